import type { TargetedMouseEvent } from 'preact';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { DifferenceView, DriftStore } from '../../store/views/drift.ts';
import { labelOf, useFieldText } from '../fields/field-text.ts';
import { explain } from '../parts/explain.ts';
import { Icon } from '../parts/Icon.tsx';

interface DifferenceLineProps {
  panel: Pick<Panel, 'directory'>;
  difference: DifferenceView;
  drift: DriftStore;
  words: SettingsMessages['check'];
  disabled: boolean;
}

/** One field of one row: both values, the side that changed, and the buttons that resolve it. */
export function DifferenceLine({ panel, difference, drift, words, disabled }: DifferenceLineProps) {
  const messages = useMessages();
  const textOf = useFieldText(panel, difference.kind);
  const { field, outcome, grist, highlevel, busy, failure, sendable, takeable } = difference;
  const label = labelOf({ key: field, label: difference.label }, messages.contact.fields);
  const row = difference.name || words.row(difference.rowId);
  const side = (name: 'grist' | 'highlevel', text: string) => (
    <>
      <dt>{words.sides[name]}</dt>
      <dd>{textOf(text) || <i>{words.empty}</i>}</dd>
    </>
  );
  const use = (verb: 'useGrist' | 'useHighLevel', isOffered: boolean) =>
    isOffered && (
      <button
        type="button"
        class="link"
        aria-label={words.useFor(words[verb], label, row)}
        disabled={disabled || busy}
        onClick={(event: TargetedMouseEvent<HTMLButtonElement>) => {
          // The button and its line are removed, so the list gets the focus.
          event.currentTarget.closest<HTMLElement>('.drift-rows')?.focus();
          drift[verb](difference);
        }}
      >
        {words[verb]}
      </button>
    );
  return (
    <li class="drift-line">
      <p class="drift-field">
        <b>{label}</b>
        <span class={outcome === 'conflict' || outcome === 'differs' ? 'is-amber' : undefined}>
          {outcome === 'conflict' && <Icon name="differs" size={12} />}
          {words.outcomes[outcome]}
        </span>
      </p>
      <dl>
        {side('grist', grist)}
        {side('highlevel', highlevel)}
      </dl>
      <p class="drift-use">
        {busy ? (
          <span role="status">{words.writing}</span>
        ) : (
          <>
            {use('useGrist', sendable)}
            {use('useHighLevel', takeable)}
          </>
        )}
      </p>
      {failure && !busy && (
        <p class="field-note field-note--bad">{explain(failure, messages, { label, kind: difference.kind })}</p>
      )}
    </li>
  );
}
