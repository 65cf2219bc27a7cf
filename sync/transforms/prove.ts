import type { Direction } from '../merge.ts';
import { isKept, toField, toGrist } from './transform.ts';
import type { Transform, TransformContext } from './types.ts';

/** A text of the column that does not come back as it was. */
export interface Failure {
  text: string;
  /** What would come back; `undefined`: it cannot be said at all. */
  becomes: string | undefined;
}

/** Whether a transform goes both ways without loss, on rows of the document itself. */
export interface Proof {
  holds: boolean;
  /** The first five. */
  failures: readonly Failure[];
  /** The one way in which it may be used all the same. Absent while nothing can be said, since phone numbers are not known yet. */
  forcedDirection?: Exclude<Direction, 'both'>;
}

const shown = 5;

/**
 * Tries a transform there and back on the texts of a column. Texts that have no value in HighLevel force it to run to Grist;
 * texts that would come back otherwise force it to run to HighLevel.
 */
export function prove(transform: Transform, rows: readonly string[], context: TransformContext): Proof {
  if (transform.kind === 'phone' && !context.phone) return { holds: false, failures: [] };
  const failures = new Map<string, Failure>();
  let isUnsaid = false;
  for (const text of new Set(rows)) {
    const value = toField(transform, text, context);
    const becomes = value === undefined ? undefined : toGrist(transform, value, context);
    if (becomes !== undefined && isKept(transform, text, becomes, context)) continue;
    isUnsaid ||= value === undefined;
    if (failures.size < shown) failures.set(text, { text, becomes });
  }
  if (failures.size === 0) return { holds: true, failures: [] };
  const forcedDirection = isUnsaid ? 'to-grist' : 'to-highlevel';
  return { holds: false, failures: [...failures.values()], forcedDirection };
}
