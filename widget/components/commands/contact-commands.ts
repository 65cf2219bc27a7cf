import type { FieldKey } from '../../../sync/fields.ts';
import type { Linking } from '../../store/views/linking.ts';
import { type Command, type CommandContext, click, find, onContact, onMatches, onOwnContact } from './command.ts';
import { pressInDetails } from './press-in-details.ts';

const copy = (name: 'copyEmail' | 'copyPhone', key: FieldKey): Command => ({
  name,
  group: 'contact',
  keys: [],
  when: onContact,
  at: ({ panel }) => {
    const text = panel.fields.shown.peek().find((field) => field.key === key)?.value;
    return text ? () => panel.copy(text) : null;
  },
});

/** Runs an action of the linking code, which is loaded on demand. */
const withLinking = (verb: (linking: Linking) => void) => (context: CommandContext) => () =>
  void context.panel.linking.load().then(verb, () => {});

const contactBy = (name: 'call' | 'write', scheme: 'tel' | 'mailto', keys: readonly string[]): Command => ({
  name,
  group: 'contact',
  keys,
  when: onContact,
  at: () => click(find(`.methods a[href^="${scheme}:"]`)),
});

/** Opens the details, then their search. */
function findField(): void {
  find('.sec-toggle[aria-expanded=false]')?.click();
  requestAnimationFrame(() => (find('[data-search-fields]') ?? find('.search--fields input'))?.focus());
  requestAnimationFrame(() => find('[data-search-fields]')?.click());
}

/** A command that activates a control in the details. */
const inDetails = (
  name: 'business' | 'follow' | 'doNotDisturb' | 'timezone',
  control: string,
  container?: string,
): Command => ({
  name,
  group: 'fields',
  keys: [],
  when: onOwnContact,
  at: () => () => pressInDetails(control, container),
});

/** Commands for the whole contact, and for a row without one. */
export const contactCommands: readonly Command[] = [
  {
    name: 'openInHighLevel',
    group: 'contact',
    keys: ['o'],
    when: onContact,
    at: () => click(find('.head-acts a')),
  },
  contactBy('call', 'tel', ['c']),
  contactBy('write', 'mailto', []),
  copy('copyEmail', 'email'),
  copy('copyPhone', 'phone'),
  {
    name: 'copyId',
    group: 'contact',
    keys: [],
    when: (panel) => onContact(panel) || panel.screen.value.kind === 'unknown-contact',
    at: ({ panel }) => {
      const id = panel.row.peek()?.contactId;
      return id ? () => panel.copy(id) : null;
    },
  },
  {
    name: 'details',
    group: 'contact',
    keys: [],
    when: onContact,
    at: () => {
      const toggle = find('.sec-toggle');
      return () => {
        toggle?.click();
        // With the focus on the toggle, Tab continues into the opened section.
        toggle?.focus();
      };
    },
  },
  { name: 'findField', group: 'contact', keys: [], when: onContact, at: () => findField },
  {
    name: 'changeLink',
    group: 'contact',
    keys: [],
    when: onOwnContact,
    at:
      ({ panel }) =>
      () =>
        panel.linking.open(),
  },
  {
    name: 'delete',
    group: 'contact',
    keys: [],
    when: onOwnContact,
    at: ({ panel, overlay }) =>
      panel.contact.peek().data
        ? () => {
            overlay.value = 'delete';
          }
        : null,
  },
  {
    name: 'link',
    group: 'contact',
    keys: ['l'],
    when: (panel) => onMatches(panel) && !panel.readOnly.value,
    at: ({ target }) =>
      click(target.closest('.match')?.querySelector<HTMLElement>('[data-link]') ?? find('[data-link]')),
  },
  {
    name: 'create',
    group: 'contact',
    keys: [],
    when: (panel) => ['unlinked', 'unknown-contact'].includes(panel.screen.value.kind) && !panel.readOnly.value,
    at: withLinking((linking) => linking.create()),
  },
  {
    name: 'lookAgain',
    group: 'contact',
    keys: ['r'],
    when: onMatches,
    at: withLinking((linking) => linking.again()),
  },
  inDetails('business', '[data-field=business]'),
  inDetails('follow', '[data-followers] .chip--add', '[data-followers]'),
  inDetails('doNotDisturb', '[data-channels] button'),
  inDetails('timezone', '[data-field=timezone]'),
];
