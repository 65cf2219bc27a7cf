import { signal } from '@preact/signals';
import type { MatchView, SetupStore, SetupView, TableOffer } from '../../widget/store/views/setup.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

const match = (colId: string, field: MatchView['field'], samples: readonly string[]): MatchView => ({
  ...{ colId, label: colId.replaceAll('_', ' '), field, samples },
  ...{ fieldLabel: null, direction: 'both', isChosen: true },
});

/** A table as people have it, and what the panel found in it. */
export const offeredTable: TableOffer = {
  ...{ title: 'CONTACTS', rowCount: 1510, idColumn: { label: 'HL id', filled: 1204 }, setUpOn: null },
  following: { title: 'CONTACTS' },
  matches: [
    match('Name', 'name', ['Grace Kimani', 'Jonas von Hohenstein']),
    match('Mail', 'email', ['grace@kimani-interiors.example']),
    match('Phone', 'phone', ['020 7946 0182', '+34 612 345 678']),
    { ...match('Full_address', 'address1', ['14 Riverside Walk, London SE1']), direction: 'to-highlevel' },
    { ...match('Renewal', 'custom:renewal', ['12 Jan 2027']), fieldLabel: 'Renewal date', isChosen: false },
  ],
};

/** A document that is being set up. */
export const fakeSetup = (
  verb: Verb,
  view: SetupView = { step: 'offer', table: offeredTable },
  change: Partial<SetupStore> = {},
): SetupStore => ({
  view: signal(view),
  writing: signal(null),
  failure: signal(null),
  choose: verb('chooseMatch'),
  useTable: verb('useTable'),
  copySetup: verb('copySetup'),
  startFresh: verb('startFresh'),
  follow: async () => {
    verb('follow')();
    return true;
  },
  ...change,
});
