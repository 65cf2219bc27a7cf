import { signal } from '@preact/signals';
import type { EntryForm } from '../../engine/forms.ts';
import type { DraftView } from '../../widget/store/views/entries.ts';
import type { Entry } from '../../widget/store/views/timeline.ts';
import { createFakePanel, type FakePanel } from '../helpers/fake-panel.ts';
import { appointment, at, calendars, environment, note, task, timeline } from '../helpers/fake-panel-data.ts';
import { fakeEntryWork } from '../helpers/fake-panel-entries.ts';

const noteForm: EntryForm = {
  ...{ kind: 'note', title: '', pinned: false },
  body: 'Prefers the oak. Wants to see it next to grey linen in daylight before deciding.',
};
const taskForm: EntryForm = {
  ...{ kind: 'task', title: 'Call about curtain lead times', body: '', assignee: 'ben' },
  dueDate: at('11-24T09:30'),
};
const appointmentForm: EntryForm = {
  ...{ kind: 'appointment', title: 'Measure visit', calendarId: 'visits', assignee: '', address: '14 Riverside Walk' },
  ...{ startTime: at('11-24T10:00'), endTime: at('11-24T11:00'), notes: '', status: 'confirmed', outsideSlots: false },
};
const slots = ['09:00', '10:00', '11:30', '14:00', '15:00', '16:30'].map((time) => at(`11-24T${time}`));
const refused = (complaint: string) => ({ side: 'highlevel', code: 'rejected', complaint, retryable: false }) as const;
const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

function writing(drafts: Partial<DraftView>[], entries?: Entry[]) {
  return (language: string): FakePanel => {
    const begun = { entryId: null, form: noteForm, sending: false, failure: null };
    const work = fakeEntryWork(() => () => {}, {
      drafts: signal(drafts.map((draft, index) => ({ ...begun, id: `d${index}`, ...draft }))),
      freeSlots: async () => [{ day: '2026-11-24', slots }],
    });
    return createFakePanel({
      environment: { ...environment, language, culture: language === 'en' ? 'en-GB' : language },
      directory: {
        calendars: signal(
          new Map([...calendars].map(([id, calendar]) => [id, { ...calendar, members: ['ben', 'ama'] }])),
        ),
      },
      entryWork: async () => work,
      ...(entries && {
        timeline: { view: signal({ ...timeline, groups: [{ kind: 'upcoming' as const, day: null, entries }] }) },
      }),
    });
  };
}

const visit = appointment('a1', 'Measure visit, living room', '11-24T10:00', '11-24T11:00', {
  address: '14 Riverside Walk',
});

/** What a person meets who writes. */
export const writingStates = {
  'compose-note': writing([{ form: noteForm }]),
  'compose-task': writing([{ form: taskForm }]),
  'compose-appointment': writing([{ form: appointmentForm }]),
  'compose-none-free': writing([{ form: { ...appointmentForm, startTime: at('11-23T10:00') } }]),
  'compose-taken': writing([
    {
      form: { ...appointmentForm, startTime: at('11-24T12:00') },
      failure: refused('The slot you have selected is no longer available.'),
    },
  ]),
  'compose-failed': writing([{ form: taskForm, failure: unreachable }]),
  'entry-states': writing(
    [{ id: 'e1', entryId: 't2', form: taskForm }],
    [
      { ...task('t1', 'Send revised quote with the oak option', '11-24T17:00'), pending: true },
      task('t2', 'Confirm fitting date with the workshop', '11-24T17:00', { assignee: 'ama' }),
      { ...visit, trouble: { draftId: 'x1', failure: refused('The contact has no phone number') } },
      {
        ...note('n1', 'Two rooms, decision by Christmas.', '11-18T15:34'),
        trouble: {
          draftId: 'x2',
          failure: { side: 'highlevel', code: 'changed', theirs: 'Three rooms, decision by Easter.', retryable: false },
        },
      },
    ],
  ),
};
