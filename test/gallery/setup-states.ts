import { signal } from '@preact/signals';
import type { SetupView } from '../../widget/store/views/setup.ts';
import { createFakePanel, type FakePanel } from '../helpers/fake-panel.ts';
import { environment } from '../helpers/fake-panel-data.ts';
import { fakeSetup, offeredTable } from '../helpers/fake-panel-setup.ts';

const state =
  (view: SetupView) =>
  (language: string): FakePanel =>
    createFakePanel({
      environment: { ...environment, language, culture: language === 'en' ? 'en-GB' : language },
      screen: signal({ kind: 'unmapped' }),
      settings: { setup: async () => fakeSetup(() => () => {}, view) },
    });

/** A document before the panel can show a contact. */
export const setupStates: Record<string, (language: string) => FakePanel> = {
  'set-up-nothing': state({
    step: 'offer',
    table: { ...offeredTable, title: 'TABLE1', rowCount: 3, idColumn: null, matches: [], following: 'none' },
  }),
  'set-up-again': state({ step: 'offer', table: { ...offeredTable, setUpOn: 'Leads of this week' } }),
  'set-up-summary': state({ step: 'obstacle', kind: 'summary', title: 'CONTACTS [by Stage]', of: 'Contacts' }),
  'set-up-entries': state({ step: 'obstacle', kind: 'entries', title: 'TASKS', of: 'Contacts' }),
  'set-up-made': state({ step: 'made', pages: ['Contacts', 'Tasks', 'Notes', 'Appointments'] }),
};
