import type { Signal } from '@preact/signals';
import type { CommandsMessages } from '../../i18n/en/commands.ts';
import type { Panel } from '../../store/view.ts';
import type { Persisted } from '../parts/persisted.ts';
import type { Overlay } from './overlay.ts';

export const groups = ['contact', 'timeline', 'write', 'panel', 'fields'] as const;
export type CommandGroup = (typeof groups)[number];
export type CommandName = keyof CommandsMessages['names'];

/** From where somebody commands. */
export interface CommandContext {
  panel: Panel;
  overlay: Signal<Overlay | null>;
  /** May single letters act? */
  allowed: Persisted;
  /** What has the focus, or had it before the list of commands was opened. */
  target: HTMLElement;
}

/** One thing that the panel can be told to do: by its key, or from the list of all. */
export interface Command {
  name: CommandName;
  group: CommandGroup;
  /** As `KeyboardEvent.key`, letters small; with `Shift+` before a letter, or `Mod+` for Ctrl and Command. */
  keys: readonly string[];
  /** Whether what is shown has such a thing at all; what it has not is listed nowhere. */
  when(panel: Panel): boolean;
  /** What it does from here; `null` where there is nothing to do it to. */
  at(place: CommandContext): (() => void) | null;
}

/** A contact is shown. */
export const onContact = (panel: Panel) => panel.screen.value.kind === 'contact';

/** A contact is shown and may be changed. */
export const onOwnContact = (panel: Panel) => onContact(panel) && !panel.readOnly.value;

/** Contacts are shown of which the row may have one. */
export const onMatches = (panel: Panel) =>
  ['unlinked', 'unknown-contact', 'change-link'].includes(panel.screen.value.kind);

type Found = HTMLElement | null | undefined;

export const focus = (element: Found) => (element ? () => element.focus() : null);

export const click = (element: Found) =>
  element && !(element as HTMLButtonElement).disabled ? () => element.click() : null;

export const find = (selector: string) => document.querySelector<HTMLElement>(selector);
