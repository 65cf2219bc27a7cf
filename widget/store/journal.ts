import type { Intent, Result } from '../../panel-api/activity.ts';
import type { Failure } from './view.ts';

/** Writes down intents before and outcomes after, for the log that all who work in the document share. */
export interface Journal {
  /** Rejects with `HighLevelError` when it cannot be written down: then nothing may be done. */
  begin(intent: Intent): Promise<void>;
  /** Kept and told again until it is written down; never fails. */
  finish(id: string, result: Result, failure?: Failure | null): void;
}

/** What the log calls a failure. */
export function resultOf(failure: Failure): Result {
  if (failure.side === 'grist') return 'half';
  if (failure.code === 'changed') return 'conflict';
  return failure.code === 'unreachable' || failure.code === 'interrupted' ? 'unknown' : 'refused';
}
