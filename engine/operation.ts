import type { GristCode } from '../grist/doc.ts';
import type { HighLevelCode } from '../highlevel/errors.ts';
import type { Origin } from './ports.ts';

/**
 * What the engine itself finds: another client changed the value since it was seen (`changed`), the text cannot be such a
 * value (`invalid`), HighLevel does not let this field be emptied (`required`), the page was closed before an answer came and
 * HighLevel does not have the value (`interrupted`).
 */
export type EngineCode = 'changed' | 'invalid' | 'required' | 'interrupted';

/** Why something did not work, ready for a sentence. */
export interface Failure {
  side: 'highlevel' | 'grist';
  code: HighLevelCode | GristCode | EngineCode;
  /** HighLevel's own complaint, shown as plain text. */
  complaint?: string;
  /** The proxy's reason, finer than the code, e.g. `anonymous`. */
  reason?: string;
  /** Epoch milliseconds when another try makes sense. */
  retryAt?: number;
  /** With `changed`: what the other side has now. */
  theirs?: string;
  /** Does trying the same again make sense? */
  retryable: boolean;
}

export type { Origin };
