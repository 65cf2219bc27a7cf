import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryKind } from '../../../sync/entries.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { DraftView } from '../../store/views/entries.ts';
import type { IconName } from '../parts/Icon.tsx';

/** The kinds of entries and their shortcuts. */
export const composing: readonly { kind: EntryKind; key: string; icon: IconName }[] = [
  { kind: 'note', key: 'N', icon: 'note' },
  { kind: 'task', key: 'T', icon: 'task' },
  { kind: 'appointment', key: 'A', icon: 'calendar' },
];

interface ComposerTabsProps {
  words: WritingMessages;
  kind: EntryKind;
  /** The unsent drafts. */
  drafts: readonly DraftView[];
  /** `takesFocus` is false when an arrow key selects a tab, so that the focus stays on the tabs. */
  onPick: (kind: EntryKind, takesFocus: boolean) => void;
}

export function ComposerTabs({ words, kind, drafts, onPick }: ComposerTabsProps) {
  const { timeline } = useMessages();
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const here = composing.findIndex((other) => other.kind === kind);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : composing.at(to % composing.length);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(next.kind, false);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[composing.indexOf(next)]?.focus();
  };
  return (
    <div ref={tabs} class="tabs" role="tablist" aria-label={words.landmark} onKeyDown={onKeyDown}>
      {composing.map((tab) => {
        const isKept = tab.kind !== kind && drafts.some(({ form }) => form.kind === tab.kind);
        return (
          <button
            key={tab.kind}
            id={`composer-${tab.kind}`}
            type="button"
            role="tab"
            class="tab"
            data-compose={tab.key.toLowerCase()}
            aria-selected={tab.kind === kind}
            aria-controls="composer"
            tabIndex={tab.kind === kind ? 0 : -1}
            onClick={() => onPick(tab.kind, true)}
          >
            {timeline[tab.kind]}
            {isKept && <span class="tab-kept" role="img" aria-label={words.kept} title={words.kept} />}
            <span class="kbd" aria-hidden="true">
              {tab.key}
            </span>
          </button>
        );
      })}
    </div>
  );
}
