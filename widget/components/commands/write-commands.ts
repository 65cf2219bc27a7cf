import { type Command, type CommandContext, click, find, onOwnContact } from './command.ts';

const compose = (name: 'note' | 'task' | 'appointment', key: 'n' | 't' | 'a'): Command => ({
  name,
  group: 'write',
  keys: [key],
  when: onOwnContact,
  at: () => click(find(`[data-compose=${key}]`)),
});

/** Resolves the focused conflict. */
const decide = (name: 'useBefore' | 'useGrist' | 'useHighLevel', key: '1' | '2' | '3'): Command => ({
  name,
  group: 'write',
  keys: [key],
  when: (panel) => onOwnContact(panel) && find('.conflict') !== null,
  at: ({ target }: CommandContext) =>
    click(target.closest('.conflict')?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)),
});

/** Commands that start, send and resolve edits. */
export const writeCommands: readonly Command[] = [
  compose('note', 'n'),
  compose('task', 't'),
  compose('appointment', 'a'),
  {
    name: 'send',
    group: 'write',
    keys: ['Mod+Enter'],
    when: onOwnContact,
    at: ({ target }) => click(target.closest('form')?.querySelector<HTMLElement>('[type=submit]')),
  },
  { name: 'addTag', group: 'write', keys: [], when: onOwnContact, at: () => click(find('.chip--add')) },
  decide('useBefore', '1'),
  decide('useGrist', '2'),
  decide('useHighLevel', '3'),
];
