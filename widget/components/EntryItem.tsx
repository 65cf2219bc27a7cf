import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import type { Panel } from '../store/view.ts';
import type { EntryGroup } from '../store/view-timeline.ts';
import './Entry.css';

/** Where an entry stands, beside what it is. */
export interface EntryPlace {
  panel: Panel;
  group: EntryGroup['kind'];
  /** Epoch milliseconds, to the minute. */
  now: number;
  /** One entry of the timeline is its tab stop. */
  tabIndex: 0 | -1;
}

interface EntryItemProps {
  id: string;
  look?: string;
  /** Kind, title, time and state, as a screen reader says them. */
  label: string;
  tabIndex: 0 | -1;
  onOpen?: () => void;
  /** With X or Space. */
  onTick?: () => void;
  children: ComponentChildren;
}

export function EntryItem({ id, look = '', label, tabIndex, onOpen, onTick, children }: EntryItemProps) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { Enter: onOpen, ' ': onTick }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <li class={`entry${look}`} data-entry={id} aria-label={label} tabIndex={tabIndex} onKeyDown={onKeyDown}>
      {children}
    </li>
  );
}
