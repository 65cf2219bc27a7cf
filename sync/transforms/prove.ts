import type { Direction } from '../merge.ts';
import { isKept, toField, toGrist } from './transform.ts';
import type { Transform, TransformContext } from './types.ts';

/** A text of the column that does not come back as it was. */
export interface Failure {
  text: string;
  /** What would come back; `undefined`: the field cannot hold it. */
  becomes: string | undefined;
}

/** Whether a transform goes both ways without loss, on what the document and HighLevel have. */
export interface Proof {
  holds: boolean;
  /** The first five. */
  failures: readonly Failure[];
  /** The first five values of HighLevel that the column cannot hold. */
  unheld: readonly string[];
  /** The one way in which it may be used all the same. A text that the field cannot hold is no reason: it is not sent. */
  forcedDirection?: Exclude<Direction, 'both'>;
}

const shown = 5;

/** Is what the transform looks things up in not loaded yet? Then it cannot be judged. */
export function isWaiting({ kind }: Transform, { phone, users, businesses }: TransformContext): boolean {
  if (kind === 'phone') return phone === null;
  return (kind === 'owner' && users.length === 0) || (kind === 'business' && businesses.length === 0);
}

/**
 * Tries a transform there and back on the texts of a column, and back and there on `values` of HighLevel. Texts that would come
 * back otherwise force it to run to HighLevel.
 */
export function prove(
  transform: Transform,
  texts: readonly string[],
  context: TransformContext,
  values: readonly string[] = [],
): Proof {
  if (isWaiting(transform, context)) return { holds: false, failures: [], unheld: [] };
  const failures: Failure[] = [];
  let isChanged = false;
  for (const text of new Set(texts)) {
    const value = toField(transform, text, context);
    const becomes = value === undefined ? undefined : toGrist(transform, value, context);
    if (becomes !== undefined && isKept(transform, text, becomes, context)) continue;
    isChanged ||= value !== undefined;
    failures.push({ text, becomes });
  }
  const unheld = [...new Set(values)].filter((value) => toGrist(transform, value, context) === undefined);
  return {
    holds: failures.length + unheld.length === 0,
    failures: failures.slice(0, shown),
    unheld: unheld.slice(0, shown),
    ...(isChanged && { forcedDirection: 'to-highlevel' as const }),
  };
}
