import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Shown } from '../../store/views/timeline.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import './Filters.css';

const kinds: readonly { kind: Shown; icon: IconName }[] = [
  { kind: 'all', icon: 'note' },
  { kind: 'task', icon: 'task' },
  { kind: 'note', icon: 'note' },
  { kind: 'appointment', icon: 'calendar' },
  { kind: 'history', icon: 'clock' },
];

/** The filters and the search of the timeline. */
export function Filters({ panel }: { panel: Pick<Panel, 'timeline'> }) {
  const { timeline: words } = useMessages();
  const { counts, total, loading, failures } = panel.timeline.view.value;
  const known = total > 0 || !loading;
  /** A kind that could not be read may have entries. */
  const countOf = (kind: (typeof kinds)[number]['kind']) => {
    const isUnread = kind === 'all' ? total === 0 && Object.keys(failures).length > 0 : kind in failures;
    return kind === 'history' || !known || (isUnread && counts[kind] === 0) ? null : counts[kind];
  };
  return (
    <div class="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a frame */}
      <div class="facets" role="group" aria-label={words.show}>
        {kinds.map(({ kind, icon }) => (
          <button
            key={kind}
            type="button"
            class="facet"
            aria-pressed={panel.timeline.kind.value === kind}
            aria-label={countOf(kind) === null ? words.kinds[kind] : `${words.kinds[kind]}, ${countOf(kind)}`}
            onClick={() => {
              panel.timeline.kind.value = kind;
            }}
          >
            <Icon name={icon} size={14} />
            <span>{words.kinds[kind]}</span> {kind !== 'history' && <b class="num">{countOf(kind)}</b>}
          </button>
        ))}
      </div>
      <div class="find">
        <Search panel={panel} />
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-label={words.openOnly}
            aria-checked={panel.timeline.openOnly.value}
            checked={panel.timeline.openOnly.value}
            onChange={(event: TargetedEvent<HTMLInputElement>) => {
              panel.timeline.openOnly.value = event.currentTarget.checked;
            }}
          />
          <span aria-hidden="true">
            {words.open}
            <span class="rest">{words.openOnly.slice(words.open.length)}</span>
          </span>
        </label>
      </div>
    </div>
  );
}

function Search({ panel }: { panel: Pick<Panel, 'timeline'> }) {
  const { timeline: words } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    panel.timeline.search.value = '';
    input.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (panel.timeline.search.value) clear();
    else event.currentTarget.closest('.feed')?.querySelector<HTMLElement>('[data-entry][tabindex="0"]')?.focus();
  };
  return (
    <div class="search">
      <Icon name="search" size={14} />
      <input
        ref={input}
        type="search"
        aria-label={words.searchTimeline}
        placeholder={words.search}
        value={panel.timeline.search.value}
        data-search
        onInput={(event: TargetedEvent<HTMLInputElement>) => {
          panel.timeline.search.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      {panel.timeline.search.value ? (
        <button type="button" class="ib" aria-label={words.clearSearch} title={words.clearSearch} onClick={clear}>
          <Icon name="close" size={12} />
        </button>
      ) : (
        <span class="kbd" aria-hidden="true">
          /
        </span>
      )}
    </div>
  );
}
