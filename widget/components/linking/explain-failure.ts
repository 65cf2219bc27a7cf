import type { LinkingMessages } from '../../i18n/en/linking.ts';
import type { Messages } from '../../i18n/en.ts';
import type { Failure } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';

/** Says why a row or HighLevel refused. Nothing of a link is half done, so Grist's refusals are told as they are. */
export function explainLinkFailure(failure: Failure, messages: Messages, words: LinkingMessages): string {
  if (failure.code === 'row-gone') return words.rowChanged;
  return explain({ ...failure, side: 'highlevel' }, messages, { label: words.idColumn });
}

/** Says why HighLevel could not be searched; it is searched again without anybody's doing. */
export function explainSearchFailure(failure: Failure, messages: Messages, words: LinkingMessages): string {
  if (failure.code === 'rate-limited') return words.slowDown;
  return failure.code === 'unreachable' ? words.unreachable : explainLinkFailure(failure, messages, words);
}
