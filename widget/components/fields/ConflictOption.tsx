import type { ConflictMessages } from '../../i18n/en/conflict.ts';
import type { Choice } from '../../store/views/sync.ts';
import { ActionIcon } from '../parts/ActionIcon.tsx';
import { changedWords } from './changed-words.ts';

interface ConflictOptionProps {
  choice: Choice;
  words: ConflictMessages;
  text: string;
  /** The value beside which changed words are marked; `null`: none is. */
  against: string | null;
  who: string | null;
  shortcut: string;
  isActive: boolean;
  onPoint: () => void;
  onUse: () => void;
}

/** One of the values to choose from. To point at it shows what it would do, to press it does that. */
export function ConflictOption(props: ConflictOptionProps) {
  const { choice, words, text, against, who, shortcut, isActive, onPoint, onUse } = props;
  const runs = against === null ? [{ text, changed: false }] : changedWords(text, against);
  const isPartly = runs.some(({ changed }) => !changed);
  return (
    <button
      type="button"
      class={`option${isActive ? ' is-active' : ''}`}
      aria-keyshortcuts={shortcut}
      onMouseEnter={onPoint}
      onFocus={onPoint}
      onClick={onUse}
    >
      <span class="option-label">
        <ActionIcon name={choice} />
        {words.sides[choice]}
      </span>
      <span class="option-value">
        {runs.map((run, index) => (run.changed && isPartly ? <ins key={index}>{run.text}</ins> : run.text))}
      </span>
      {who && <span class="option-who">{who}</span>}
      <span class="option-pick">
        {words.use} <kbd>{shortcut}</kbd>
      </span>
    </button>
  );
}
