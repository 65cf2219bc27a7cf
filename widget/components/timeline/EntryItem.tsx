import { type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { Entry, EntryGroup } from '../../store/views/timeline.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { loadEntryFoot } from '../parts/later.ts';
import './Entry.css';

/** What of the timeline is being written. */
export interface Desk {
  /** The entry whose editor is open. */
  editing: Signal<string | null>;
  /** What is not in HighLevel, by its entry; what is new by its own name. */
  drafts: Signal<ReadonlyMap<string, DraftView>>;
}

/** Where an entry stands, beside what it is. */
export interface EntryPlace {
  panel: Panel;
  desk: Desk;
  group: EntryGroup['kind'];
  /** Epoch milliseconds, to the minute. */
  now: number;
  /** One entry of the timeline is its tab stop. */
  tabIndex: 0 | -1;
}

interface EntryItemProps extends EntryPlace {
  entry: Entry;
  look?: string;
  /** Kind, title, time and state, as a screen reader says them. */
  label: string;
  children: ComponentChildren;
}

export function EntryItem({ entry, panel, desk, look = '', label, tabIndex, children }: EntryItemProps) {
  const { id, pending, trouble } = entry;
  const [seen, setSeen] = useState(false);
  const wake = () => setSeen(true);
  const draft = useComputed(() => desk.drafts.value.get(id)).value;
  return (
    <li
      class={`entry${look}`}
      data-entry={id}
      aria-label={label}
      tabIndex={tabIndex}
      onFocusIn={wake}
      onPointerEnter={wake}
    >
      {children}
      {(seen || draft || pending || trouble) && !panel.readOnly.value && (
        <Lazy load={loadEntryFoot} props={{ panel, desk, entry, draft, tabIndex }} />
      )}
    </li>
  );
}
