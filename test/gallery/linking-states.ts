import { signal } from '@preact/signals';
import type { Screen } from '../../widget/store/view.ts';
import type { Finds } from '../../widget/store/views/linking.ts';
import { candidate, candidates, fakeLinking } from '../helpers/fake-linking.ts';
import { createFakePanel, type FakePanel } from '../helpers/fake-panel.ts';
import { at, environment, row } from '../helpers/fake-panel-data.ts';

type Parts = NonNullable<Parameters<typeof fakeLinking>[1]>;
type State = (language: string) => FakePanel;

const unlinked: Screen = { kind: 'unlinked', row: { ...row, contactId: '' } };
const holding = (invalidId: string): Screen => ({ kind: 'invalid-id', row: { ...row, contactId: '', invalidId } });
const gone: Screen = { kind: 'unknown-contact', row };

const rowState =
  (
    shown: Screen,
    parts: () => Parts = () => ({}),
    change: Parameters<typeof createFakePanel>[0] = {},
    scope: 'cell' | 'column' = 'cell',
  ): State =>
  (language) => {
    const linking = fakeLinking(undefined, parts());
    return createFakePanel({
      environment: { ...environment, language, culture: language === 'en' ? 'en-GB' : language },
      screen: signal(shown),
      linking: { load: async () => linking, idColumn: async () => ({ scope: async () => scope, clean: () => {} }) },
      ...change,
    });
  };

const finds = (step: Finds['step'], change: Partial<Finds> = {}) =>
  signal<Finds>({ step, candidates: [], failure: null, ...change });
const nobody = () => finds('found');
const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
const refused = { side: 'grist', code: 'access-rule', retryable: false } as const;

/** Every state of a row without a contact. */
export const linkingStates: Record<string, State> = {
  unlinked: rowState(unlinked),
  looking: rowState(unlinked, () => ({ likely: finds('searching') })),
  nobody: rowState(unlinked, () => ({ likely: nobody() })),
  nothing: rowState(unlinked, () => ({ likely: finds('nothing-to-search') })),
  'look-failed': rowState(unlinked, () => ({ likely: finds('failed', { failure: unreachable }) })),
  'unlinked-viewer': rowState(unlinked, () => ({}), { readOnly: signal(true) }),
  taken: rowState(unlinked, () => ({
    linking: signal({ contactId: 'joseph', step: 'taken', rows: [118], failure: null }),
  })),
  'link-refused': rowState(unlinked, () => ({
    linking: signal({ contactId: 'joseph', step: 'failed', rows: [], failure: refused }),
  })),
  'found-by-words': rowState(unlinked, () => ({
    likely: nobody(),
    text: signal('kimani'),
    found: finds('found', { candidates: [candidate({ id: 'a' }), candidate({ id: 'b', name: 'Wanjiru Kimani' })] }),
  })),
  'no-words': rowState(unlinked, () => ({ likely: nobody(), text: signal('kimono'), found: nobody() })),
  creating: rowState(unlinked, () => ({ likely: nobody(), creation: signal({ step: 'creating' }) })),
  incomplete: rowState(unlinked, () => ({
    likely: nobody(),
    creation: signal({
      step: 'incomplete',
      unnamed: true,
      obstacles: [{ field: 'website', label: null, problem: 'invalid' }],
    }),
  })),
  duplicates: rowState(unlinked, () => ({
    likely: nobody(),
    creation: signal({ step: 'duplicates', candidates, mayCreate: true }),
  })),
  unsure: rowState(unlinked, () => ({
    likely: nobody(),
    creation: signal({ step: 'failed', failure: unreachable, unsure: true }),
  })),
  'not-linked': rowState(unlinked, () => ({
    likely: nobody(),
    creation: signal({ step: 'not-linked', contactId: 'x', failure: refused }),
  })),
  gone: rowState(gone, () => ({ likely: nobody() })),
  'gone-successors': rowState(gone),
  'same-name': rowState(unlinked, () => ({
    likely: finds('found', {
      candidates: [
        candidate({ id: 'a', city: 'Nairobi', lastActivity: at('11-03T10:00') }, { reasons: ['name'] }),
        candidate({ id: 'b', email: 'grace@home.example', phone: '', city: 'Mombasa' }, { reasons: ['name'] }),
      ],
    }),
  })),
  'strange-email': rowState(unlinked, () => ({
    likely: nobody(),
    creation: signal({
      step: 'incomplete',
      unnamed: false,
      obstacles: [{ field: 'email', label: null, problem: 'invalid', character: '\u043e' }],
    }),
  })),
  'emails-for-ids': rowState(holding('grace@example.org'), () => ({}), {}, 'column'),
  'name-for-id': rowState(holding('Grace Kimani')),
  'invisible-in-id': rowState(holding('ocQHyuzH\u2060vysMo5N5VsXc')),
  'change-link': rowState({ kind: 'change-link', row }),
};
