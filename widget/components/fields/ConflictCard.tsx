import type { TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ConflictMessages } from '../../i18n/en/conflict.ts';
import { useFormats } from '../../i18n/LocaleProvider.tsx';
import { useConflictMessages } from '../../i18n/use-conflict.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import type { Choice, ConflictView } from '../../store/views/sync.ts';
import { ActionIcon } from '../parts/ActionIcon.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { changedWords } from './changed-words.ts';
import './ConflictCard.css';

interface ConflictCardProps {
  panel: Pick<Panel, 'now' | 'fields'>;
  field: FieldView;
  conflict: ConflictView;
  label: string;
  textOf: (text: string) => string;
  /** Opens the field's editor. */
  onType: () => void;
}

/** A field that both sides changed: three values and the effect of each choice. Nothing is written before a choice. */
export function ConflictCard({ panel, field, conflict, label, textOf, onType }: ConflictCardProps) {
  const words = useConflictMessages();
  const formats = useFormats();
  const [highlighted, setHighlighted] = useState<Choice | null>(null);
  const [always, setAlways] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const title = useId();
  if (!words) return null;
  const now = panel.now.peek();
  const { before, grist, highlevel } = conflict;

  if (conflict.deferred && !unfolded) {
    return (
      <p class="field-note field-note--ask">
        <span class="field-why">{words.deferred}</span>
        <button type="button" class="link" onClick={() => setUnfolded(true)}>
          {words.decide}
        </button>
      </p>
    );
  }

  const others = panel.fields.shown.value.filter(({ mark }) => mark === 'conflict');
  const position = words.place(others.findIndex(({ key }) => key === field.key) + 1, others.length);
  const values: Record<Choice, string | null> = { before: before?.value ?? null, grist, highlevel };
  const isOffered = (choice: Choice) => values[choice] !== null;
  const use = (choice: Choice) => panel.fields.resolve(field.key, choice, always && choice === highlighted);
  const shown = (choice: Choice) => textOf(values[choice] ?? '') || words.empty;

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = ({ '1': 'before', '2': 'grist', '3': 'highlevel' } as const)[event.key];
    if (choice ? !isOffered(choice) : event.key.toLowerCase() !== 'e') return;
    event.preventDefault();
    event.stopPropagation();
    if (choice) use(choice);
    else onType();
  };
  const defer = () => {
    setUnfolded(false);
    panel.fields.defer(field.key);
  };
  const option = (choice: Choice, key: string, who: string | null) =>
    isOffered(choice) && (
      <ConflictOption
        choice={choice}
        words={words}
        text={shown(choice)}
        against={choice === 'before' ? null : shown(before ? 'before' : choice === 'grist' ? 'highlevel' : 'grist')}
        who={who}
        shortcut={key}
        isActive={highlighted === choice}
        onPoint={() => setHighlighted(choice)}
        onUse={() => use(choice)}
      />
    );
  const changed = (by: ConflictView['gristBy']) => by && words.changedBy(by.name, formats.moment(by.at, now));

  return (
    <section class="conflict" aria-labelledby={title} onKeyDown={onKeyDown}>
      <header class="conflict-head">
        <Icon name="differs" />
        <h3 id={title}>{label}</h3>
        <span class="muted">{position}</span>
      </header>
      <p class="conflict-why">{before ? words.since(formats.day(before.at, now)) : words.never}</p>
      {option('before', '1', before && words.matched(formats.moment(before.at, now)))}
      {option('grist', '2', changed(conflict.gristBy))}
      {option('highlevel', '3', changed(conflict.highlevelBy))}
      <p class="conflict-effect" aria-live="polite">
        {highlighted ? <ActionIcon name="effect" /> : <Icon name="info" size={14} />}
        <span>{highlighted ? <Marked text={words.effects[highlighted](shown(highlighted))} /> : words.point}</span>
      </p>
      <footer class="conflict-foot">
        {highlighted && highlighted !== 'before' ? (
          <label>
            <input type="checkbox" class="check" checked={always} onChange={() => setAlways(!always)} />
            {words.always[highlighted]}
          </label>
        ) : (
          <button type="button" class="btn" onClick={onType}>
            {words.another} <kbd>E</kbd>
          </button>
        )}
        <button type="button" class="btn btn--quiet" onClick={defer}>
          {words.later}
        </button>
      </footer>
    </section>
  );
}

interface ConflictOptionProps {
  choice: Choice;
  words: ConflictMessages;
  text: string;
  /** The value to compare with; changed words are highlighted. `null`: no highlights. */
  against: string | null;
  who: string | null;
  shortcut: string;
  isActive: boolean;
  onPoint: () => void;
  onUse: () => void;
}

/** One of the values. Pointing at it shows its effect; pressing it applies it. */
function ConflictOption(props: ConflictOptionProps) {
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
