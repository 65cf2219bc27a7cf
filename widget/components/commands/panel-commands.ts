import type { Panel } from '../../store/view.ts';
import { type Command, type CommandContext, onContact, onMatches } from './command.ts';

const shown = (panel: Panel) => panel.screen.value.kind;
const always = () => true;
const inGrist = (panel: Panel) => !['outside-grist', 'booting', 'no-access', 'settings'].includes(shown(panel));

/** One step back: dismisses a toast, or else leaves the screen that was opened over another. */
function back({ panel }: CommandContext) {
  if (panel.notices.toast.peek()) return () => panel.notices.dismiss();
  const leave = { settings: panel.settings.close, 'change-link': panel.linking.close }[shown(panel) as string];
  if (!leave) return null;
  return () => {
    leave();
    // The focus returns to the menu that opened the screen.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.head-acts [aria-haspopup=menu]')?.focus());
  };
}

/** Commands for the panel itself, on any screen. */
export const panelCommands: readonly Command[] = [
  {
    name: 'refresh',
    group: 'panel',
    keys: ['r'],
    when: (panel) => onContact(panel) || shown(panel) === 'refused',
    at:
      ({ panel }) =>
      () =>
        panel.refresh(),
  },
  {
    name: 'undo',
    group: 'panel',
    keys: ['z'],
    when: (panel) => onContact(panel) || onMatches(panel),
    at:
      ({ panel }) =>
      () => {
        if (panel.notices.toast.peek()?.undoable) panel.notices.undo();
        else panel.notices.undoLast();
      },
  },
  {
    name: 'redo',
    group: 'panel',
    keys: ['Shift+z'],
    when: (panel) => onContact(panel) || onMatches(panel),
    at:
      ({ panel }) =>
      () => {
        panel.notices.redoLast();
      },
  },
  {
    name: 'settings',
    group: 'panel',
    keys: [],
    when: inGrist,
    at:
      ({ panel }) =>
      () =>
        panel.settings.open(),
  },
  {
    name: 'shortcuts',
    group: 'panel',
    keys: ['?'],
    when: always,
    at:
      ({ overlay }) =>
      () => {
        overlay.value = 'shortcuts';
      },
  },
  {
    name: 'palette',
    group: 'panel',
    keys: ['Mod+k'],
    when: always,
    at:
      ({ overlay }) =>
      () => {
        overlay.value = 'palette';
      },
  },
  { name: 'back', group: 'panel', keys: ['Escape'], when: always, at: back },
];
