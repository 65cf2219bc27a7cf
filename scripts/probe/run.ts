import { type ClientOptions, createClient } from './client.ts';
import { loadContext } from './context.ts';
import type { Finding } from './finding.ts';
import { checkLimits } from './limits.ts';
import { checkRefusals } from './refusals.ts';
import { checkShapes } from './shapes.ts';
import { checkValues } from './values.ts';
import { checkWrites } from './writes.ts';

export interface ProbeOptions extends ClientOptions {
  locationId: string;
  /** Creates a test contact and deletes it. */
  write?: boolean;
  /** Uses up one burst. */
  burst?: boolean;
}

/** Checks every assumption that a token of one location can verify; yields findings as they are made. */
export async function* probe(options: ProbeOptions): AsyncGenerator<Finding> {
  const { locationId, write = false, burst = false } = options;
  const { request, responses } = createClient(options);
  const context = await loadContext(request, responses, locationId);
  yield* await checkRefusals(context);
  yield* await checkShapes(context);
  yield* await checkValues(context);
  if (write) yield* await checkWrites(context);
  yield* await checkLimits(context, { burst });
}
