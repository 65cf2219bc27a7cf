import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Candidates, type LinkParts, MatchSkeleton } from './Candidates.tsx';
import { explainSearchFailure } from './explain-failure.ts';
import '../timeline/Filters.css';

/** Searches HighLevel and lists the results below the input. */
export function FindContact({ onLeave, ...parts }: LinkParts & { onLeave: () => void }) {
  const { linking, words } = parts;
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    linking.search('');
    input.current?.focus();
  };
  const firstHit = () => root.current?.querySelector<HTMLElement>('[data-link]');
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') firstHit()?.focus();
    else if (event.key === 'Escape') linking.text.peek() ? clear() : onLeave();
    // Enter focuses the first result, so that a second Enter links it.
    else if (event.key === 'Enter') firstHit() ? firstHit()?.focus() : linking.again();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={root} class="finding">
      <div class="search">
        <Icon name="search" size={14} />
        <input
          ref={input}
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={linking.text.value}
          autoComplete="off"
          spellcheck={false}
          data-search
          onInput={(event: TargetedEvent<HTMLInputElement>) => linking.search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {linking.text.value && (
          <button type="button" class="ib" aria-label={words.clearSearch} onClick={clear}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <Found {...parts} />
    </div>
  );
}

function Found(parts: LinkParts) {
  const { linking, words } = parts;
  const messages = useMessages();
  const found = linking.found.value;
  if (!found) return null;
  const { step, candidates, failure } = found;
  if (step === 'searching') return <MatchSkeleton label={words.searching} />;
  if (failure) {
    return (
      <p class="note note--bad" role="alert">
        {explainSearchFailure(failure, messages, words)}
      </p>
    );
  }
  return (
    <>
      <p class={candidates.length > 0 ? 'sr' : 'note'} role="status">
        {candidates.length > 0 ? words.results(candidates.length) : words.noHit(linking.text.value.trim())}
      </p>
      {candidates.length > 0 && <Candidates {...parts} candidates={candidates} />}
    </>
  );
}
