import type { Failure } from '../../../engine/failure.ts';
import type { ValueKind } from '../../../sync/fields.ts';
import type { Messages } from '../../i18n/en.ts';

/** Explains in a sentence why something was not saved: with HighLevel's message, or else with the accepted format. */
export function explain(failure: Failure, messages: Messages, what: { label: string; kind?: ValueKind }): string {
  const { failures } = messages.contact;
  if (failure.side === 'grist') return failures.halfSaved(reasonOf(failure, messages, what));
  return reasonOf(failure, messages, what);
}

/** A character with its number in Unicode: it may look like another one. */
const named = (character: string) =>
  character.trim() === ''
    ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    : `${character} (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`;

export function reasonOf(
  failure: Failure,
  { contact }: Messages,
  { label, kind }: { label: string; kind?: ValueKind },
) {
  const { failures, changed } = contact;
  switch (failure.code) {
    case 'unauthenticated':
      return failures.unauthenticated;
    case 'forbidden':
      return failures.forbidden;
    case 'not-connected':
      return failures.notConnected;
    case 'not-found':
      return failures.notFound;
    case 'conflict':
      return failures.conflict;
    case 'rejected':
      return failure.complaint ? failures.says(failure.complaint) : failures.rejected;
    case 'invalid':
      if (kind === 'email' && failure.character) return failures.character(named(failure.character));
      if (kind === 'number' || kind === 'money') return failures.number;
      return kind === 'email' || kind === 'phone' || kind === 'url' || kind === 'date' || kind === 'country'
        ? failures[kind]
        : failures.rejected;
    case 'required':
      return failures.required;
    case 'interrupted':
      return failures.interrupted;
    case 'ends-first':
      return failures.endsFirst;
    case 'too-often':
      return failures.tooOften;
    case 'ignored':
      return failures.ignored;
    case 'rate-limited':
      return failures.rateLimited;
    case 'unreachable':
      return failures.unreachable;
    case 'read-only':
      return failures.readOnly;
    case 'access-rule':
      return failures.accessRule(label);
    case 'no-access':
      return failures.noAccess;
    case 'row-gone':
      return failures.rowGone;
    case 'column-gone':
      return failures.columnGone;
    case 'changed':
      return changed(failure.theirs ?? '');
    case 'formula':
    case 'cell-changed':
    case 'unknown':
      return failures.grist;
  }
}
