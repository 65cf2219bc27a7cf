import { type CommandContext, find } from './command.ts';
import { commandsFor } from './registry.ts';

const textFields = 'input:not([type=checkbox]), select, textarea, [contenteditable]';

/** Menus, lists and dialogs have keys of their own. */
const ownKeys = 'dialog, [role=menu], [role=listbox]';

/** What `Command.keys` calls a pressed key; `null` for what belongs to Grist and the browser: Ctrl+Z is Grist's undo. */
function keyOf(event: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || (ctrlKey && metaKey)) return null;
  const isLetter = key.length === 1 && key !== ' ';
  if (ctrlKey || metaKey) return shiftKey ? null : `Mod+${isLetter ? key.toLowerCase() : key}`;
  if (!isLetter) return shiftKey ? null : key;
  const small = key.toLowerCase();
  return shiftKey && small !== key ? `Shift+${small}` : small;
}

/** Named keys act on an entry that has the focus, or on matches; Enter and Space where they do nothing by themselves. */
function isApplicable(key: string, target: HTMLElement): boolean {
  if (key === 'Enter' || key === ' ') return target.matches('[data-entry]');
  if (key.length === 1 || key === 'Escape' || key.includes('+')) return true;
  return target.closest('[data-entry]') !== null || find('.match') !== null;
}

/** Does what a key asks for, where it is nobody else's. */
export function handleKey(event: KeyboardEvent, from: Omit<CommandContext, 'target'>): void {
  const target = event.target as HTMLElement;
  const key = keyOf(event);
  if (event.defaultPrevented || event.isComposing || !key || target.closest(ownKeys)) return;
  if (target.closest(textFields) && key !== 'Mod+k') return;
  const isSingle = (key.length === 1 && key !== ' ') || key.startsWith('Shift+');
  if ((isSingle && !from.allowed.value.peek()) || !isApplicable(key, target)) return;
  const place = { ...from, target };
  for (const command of commandsFor(from.panel)) {
    const act = command.keys.includes(key) ? command.at(place) : null;
    if (!act) continue;
    event.preventDefault();
    act();
    return;
  }
}
