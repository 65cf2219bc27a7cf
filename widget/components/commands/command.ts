import type { Signal } from '@preact/signals';
import type { CommandsMessages } from '../../i18n/en/commands.ts';
import type { Panel } from '../../store/view.ts';
import type { Persisted } from '../parts/persisted.ts';
import type { Overlay } from './overlay.ts';

export const groups = ['rows', 'contact', 'timeline', 'write', 'panel', 'fields'] as const;
export type CommandGroup = (typeof groups)[number];
export type CommandName = keyof CommandsMessages['names'];

/** The state from which a command runs. */
export interface CommandContext {
  panel: Panel;
  overlay: Signal<Overlay | null>;
  /** Whether single-letter shortcuts are enabled. */
  allowed: Persisted;
  /** The focused element, or the one that had the focus before the command palette was opened. */
  target: HTMLElement;
}

/** An action of the panel that a shortcut or the command palette runs. */
export interface Command {
  name: CommandName;
  group: CommandGroup;
  /** `KeyboardEvent.key`, letters in lower case; with `Shift+` before a letter, or `Mod+` for Ctrl and Command. */
  keys: readonly string[];
  /** Whether the command exists on the current screen; otherwise it is not listed. */
  when(panel: Panel): boolean;
  /** The action in this context; `null` if it has no target. */
  at(context: CommandContext): (() => void) | null;
}

/** A contact is shown. */
export const onContact = (panel: Panel) => panel.screen.value.kind === 'contact';

/** A contact is shown and can be changed. */
export const onOwnContact = (panel: Panel) => onContact(panel) && !panel.readOnly.value;

/** Candidate contacts for the row are shown. */
export const onMatches = (panel: Panel) =>
  ['unlinked', 'unknown-contact', 'change-link'].includes(panel.screen.value.kind);

type Found = HTMLElement | null | undefined;

export const focus = (element: Found) => (element ? () => element.focus() : null);

export const click = (element: Found) =>
  element && !(element as HTMLButtonElement).disabled ? () => element.click() : null;

export const find = (selector: string) => document.querySelector<HTMLElement>(selector);
