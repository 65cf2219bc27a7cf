import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '../../store/views/timeline.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { loadEntryFoot } from '../parts/lazy-parts.ts';
import type { EntryContext } from './entry-context.ts';
import './Entry.css';

interface EntryItemProps extends EntryContext {
  entry: Entry;
  look?: string;
  /** Kind, title, time and state for screen readers. */
  label: string;
  children: ComponentChildren;
}

export function EntryItem({ entry, panel, writing, look = '', label, tabIndex, children }: EntryItemProps) {
  const { id, pending, trouble } = entry;
  const [isActive, setActive] = useState(false);
  const showFoot = () => setActive(true);
  const draft = useComputed(() => writing.drafts.value.get(id)).value;
  return (
    <li
      class={`entry${look}`}
      data-entry={id}
      aria-label={label}
      tabIndex={tabIndex}
      onFocusIn={showFoot}
      onPointerEnter={showFoot}
    >
      {children}
      {(isActive || draft || pending || trouble) && !panel.readOnly.value && (
        <Lazy load={loadEntryFoot} props={{ panel, writing, entry, draft, tabIndex }} />
      )}
    </li>
  );
}
