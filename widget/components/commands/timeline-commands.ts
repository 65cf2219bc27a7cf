import type { Shown } from '../../store/views/timeline.ts';
import {
  type Command,
  type CommandContext,
  click,
  find,
  focus,
  onContact,
  onMatches,
  onOwnContact,
} from './command.ts';

/** The list that the arrow keys navigate: the entries of the timeline, or else the candidate contacts. */
function listAt({ target }: CommandContext) {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const items = entries.length > 0 ? entries : [...document.querySelectorAll<HTMLElement>('[data-link]')];
  const current = items.findIndex((item) => (item.closest('[data-entry], .match') ?? item).contains(target));
  return { items, current };
}

const entryAt = ({ target }: CommandContext) => target.closest<HTMLElement>('[data-entry]');
const inEntry = (context: CommandContext, selector: string) =>
  click(entryAt(context)?.querySelector<HTMLElement>(selector));

/** Moves the focus in the list. From outside the list, it returns to the last position. */
const step = (by: 1 | -1) => (context: CommandContext) => {
  const { items, current } = listAt(context);
  return focus(
    current < 0 ? (items.find(({ tabIndex }) => tabIndex === 0) ?? items[0]) : (items[current + by] ?? items[current]),
  );
};

type ShowName = 'showAll' | 'showTasks' | 'showNotes' | 'showAppointments' | 'showHistory';

const show = (name: ShowName, kind: Shown): Command => ({
  name,
  group: 'timeline',
  keys: [],
  when: onContact,
  at: ({ panel }) =>
    panel.timeline.kind.peek() === kind
      ? null
      : () => {
          panel.timeline.kind.value = kind;
        },
});

/** Commands for the timeline and for the focused entry. */
export const timelineCommands: readonly Command[] = [
  {
    name: 'next',
    group: 'timeline',
    keys: ['j', 'ArrowDown'],
    when: (panel) => onContact(panel) || onMatches(panel),
    at: step(1),
  },
  {
    name: 'previous',
    group: 'timeline',
    keys: ['k', 'ArrowUp'],
    when: (panel) => onContact(panel) || onMatches(panel),
    at: step(-1),
  },
  {
    name: 'first',
    group: 'timeline',
    keys: ['Home'],
    when: onContact,
    at: (context) => focus(listAt(context).items[0]),
  },
  {
    name: 'last',
    group: 'timeline',
    keys: ['End'],
    when: onContact,
    at: (context) => focus(listAt(context).items.at(-1)),
  },
  {
    name: 'tick',
    group: 'timeline',
    keys: ['x', ' '],
    when: onOwnContact,
    at: (context) => inEntry(context, '.check'),
  },
  {
    name: 'open',
    group: 'timeline',
    keys: ['Enter'],
    when: onContact,
    at: (context) => inEntry(context, '.rich-more'),
  },
  {
    name: 'edit',
    group: 'timeline',
    keys: ['e'],
    when: onOwnContact,
    at: (context) => click(context.target.closest<HTMLElement>('[data-field]')) ?? inEntry(context, '[data-edit]'),
  },
  {
    name: 'pin',
    group: 'timeline',
    keys: [],
    when: onOwnContact,
    at: (context) => inEntry(context, '[data-pin]'),
  },
  {
    name: 'status',
    group: 'timeline',
    keys: [],
    when: onOwnContact,
    at: (context) => inEntry(context, '.entry-acts [aria-haspopup]'),
  },
  {
    name: 'remove',
    group: 'timeline',
    keys: ['Delete', 'Backspace'],
    when: onOwnContact,
    at: (context) => inEntry(context, '[data-remove]'),
  },
  {
    name: 'search',
    group: 'timeline',
    keys: ['/'],
    when: (panel) => onContact(panel) || onMatches(panel),
    at: () => focus(find('[data-search]')),
  },
  show('showAll', 'all'),
  show('showTasks', 'task'),
  show('showNotes', 'note'),
  show('showAppointments', 'appointment'),
  show('showHistory', 'history'),
  {
    name: 'openOnly',
    group: 'timeline',
    keys: [],
    when: onContact,
    at:
      ({ panel }) =>
      () => {
        panel.timeline.openOnly.value = !panel.timeline.openOnly.peek();
      },
  },
];
