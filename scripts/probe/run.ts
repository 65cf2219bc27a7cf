import { type AskOptions, createAsk } from './ask.ts';
import type { Finding } from './finding.ts';
import { explore } from './ground.ts';
import { lookAtLimits } from './limits.ts';
import { lookAtRefusals } from './refusals.ts';
import { lookAtShapes } from './shapes.ts';
import { lookAtValues } from './values.ts';
import { lookAtWrites } from './writes.ts';

export interface ProbeOptions extends AskOptions {
  locationId: string;
  /** Makes a test contact, and deletes it. */
  write?: boolean;
  /** Uses up one burst. */
  burst?: boolean;
}

/** Looks at everything that we take for granted and that a token of one location can show; gives what it found as it goes. */
export async function* probe(options: ProbeOptions): AsyncGenerator<Finding> {
  const { locationId, write = false, burst = false } = options;
  const { ask, heard } = createAsk(options);
  const ground = await explore(ask, heard, locationId);
  yield* await lookAtRefusals(ground);
  yield* await lookAtShapes(ground);
  yield* await lookAtValues(ground);
  if (write) yield* await lookAtWrites(ground);
  yield* await lookAtLimits(ground, { burst });
}
