import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Contact } from '../../highlevel/contact.ts';
import type { Candidate, Linking } from '../../widget/store/views/linking.ts';
import { contact, row } from './fake-panel-data.ts';

type Verb = (name: string) => (...given: unknown[]) => void;
type Settable = {
  [Key in keyof Linking]: Linking[Key] extends ReadonlySignal<infer Value> ? Signal<Value> : Linking[Key];
};

export const candidate = (change: Partial<Contact>, more: Partial<Candidate> = {}): Candidate => ({
  contact: { ...contact, ...change },
  reasons: [],
  rows: [],
  ...more,
});

/** The contact that the row means, and one that shares its phone and has a row of its own. */
export const candidates: readonly Candidate[] = [
  candidate({}, { reasons: ['email', 'phone'] }),
  candidate(
    { id: 'joseph', name: 'Joseph Kimani', companyName: '', email: 'joseph@kimani.example' },
    { reasons: ['phone'], rows: [118] },
  ),
];

/** What finds the contact of an unlinked row, with two who may be meant. Verbs are written down; words are kept. */
export function fakeLinking(verb: Verb = () => () => {}, change: Partial<Settable> = {}): Settable {
  const text = change.text ?? signal('');
  return {
    row: signal({ ...row, contactId: '' }),
    traces: signal({ name: contact.name, email: contact.email, phone: contact.phone }),
    likely: signal({ step: 'found', candidates, failure: null }),
    text,
    found: signal(null),
    linking: signal(null),
    creation: signal({ step: 'idle' }),
    columns: signal(6),
    search: (words) => {
      text.value = words;
      verb('search')(words);
    },
    again: verb('again'),
    link: verb('link'),
    clear: verb('clear'),
    create: verb('create'),
    dismiss: verb('dismiss'),
    dispose: verb('dispose'),
    ...change,
  };
}
