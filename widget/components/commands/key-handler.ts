import { type CommandContext, find } from './command.ts';
import { commandsFor } from './registry.ts';

const textFields = 'input:not([type=checkbox]), select, textarea, [contenteditable]';

/** Menus, lists and dialogs handle their own keys. */
const ownKeys = 'dialog, [role=menu], [role=listbox]';

/** The name of a pressed key in `Command.keys`; `null` for keys of Grist and the browser, such as Ctrl+Z, Grist's undo. */
function keyOf(event: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || (ctrlKey && metaKey)) return null;
  const isLetter = key.length === 1 && key !== ' ';
  if (ctrlKey || metaKey) return shiftKey ? null : `Mod+${isLetter ? key.toLowerCase() : key}`;
  if (!isLetter) return shiftKey ? null : key;
  const small = key.toLowerCase();
  return shiftKey && small !== key ? `Shift+${small}` : small;
}

/** Named keys apply to a focused entry or to matches; Enter and Space only where they have no native effect. */
function isApplicable(key: string, target: HTMLElement): boolean {
  if (key === 'Enter' || key === ' ') return target.matches('[data-entry]');
  if (key.length === 1 || key === 'Escape' || key.includes('+')) return true;
  return target.closest('[data-entry]') !== null || find('.match') !== null;
}

/** Runs the command of a key, unless the key belongs to a control. */
export function handleKey(event: KeyboardEvent, from: Omit<CommandContext, 'target'>): void {
  const target = event.target as HTMLElement;
  const key = keyOf(event);
  if (event.defaultPrevented || event.isComposing || !key || target.closest(ownKeys)) return;
  if (target.closest(textFields) && key !== 'Mod+k') return;
  const isSingle = (key.length === 1 && key !== ' ') || key.startsWith('Shift+');
  if ((isSingle && !from.allowed.value.peek()) || !isApplicable(key, target)) return;
  const context = { ...from, target };
  for (const command of commandsFor(from.panel)) {
    const act = command.keys.includes(key) ? command.at(context) : null;
    if (!act) continue;
    event.preventDefault();
    act();
    return;
  }
}
