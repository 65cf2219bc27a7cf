import type { Failure } from '../../../engine/failure.ts';
import type { LinkingMessages } from '../../i18n/en/linking.ts';
import type { Messages } from '../../i18n/en.ts';
import { explain } from '../parts/explain.ts';

/** Explains a refusal by the row or by HighLevel. A link cannot be half saved, so Grist's refusals need no other wording. */
export function explainLinkFailure(failure: Failure, messages: Messages, words: LinkingMessages): string {
  if (failure.code === 'row-gone') return words.rowChanged;
  return explain({ ...failure, side: 'highlevel' }, messages, { label: words.idColumn });
}

/** Explains why the search failed; it is retried automatically. */
export function explainSearchFailure(failure: Failure, messages: Messages, words: LinkingMessages): string {
  if (failure.code === 'rate-limited') return words.slowDown;
  return failure.code === 'unreachable' ? words.unreachable : explainLinkFailure(failure, messages, words);
}
