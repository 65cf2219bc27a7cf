import type { TableChoice } from '../../grist/structure.ts';
import type { Appointment } from '../../highlevel/appointments.ts';
import type { Calendar } from '../../highlevel/calendars.ts';
import type { Contact } from '../../highlevel/contact.ts';
import type { CustomField } from '../../highlevel/custom-fields.ts';
import type { Location } from '../../highlevel/locations.ts';
import type { Note } from '../../highlevel/notes.ts';
import type { Task } from '../../highlevel/tasks.ts';
import type { User } from '../../highlevel/users.ts';
import { fieldKeys } from '../../sync/fields.ts';
import { dndChannels, type FieldRef, type FieldTraits, traitsOf } from '../../sync/refs.ts';
import type { Environment, Row } from '../../widget/section/port.ts';
import type { FieldView } from '../../widget/store/views/fields.ts';
import type { Entry, TimelineView } from '../../widget/store/views/timeline.ts';

/** Times are written in the viewer's own zone, so that the pictures are the same everywhere. */
export const at = (time: string) => new Date(`2026-${time}`).getTime();

export const now = at('11-20T14:31');

export const environment: Environment = {
  readOnly: false,
  language: 'en',
  culture: 'en-GB',
  timeZone: 'Europe/London',
  currency: 'GBP',
};

const user = (id: string, firstName: string, lastName: string): [string, User] => [
  id,
  { id, name: `${firstName} ${lastName}`, firstName, lastName, email: `${firstName.toLowerCase()}@northlight.example` },
];
export const users = new Map([
  user('ben', 'Ben', 'Osei'),
  user('ama', 'Ama', 'Boateng'),
  user('lena', 'Lena', 'Fischer'),
]);

const calendar = (id: string, name: string, color: string): [string, Calendar] => [
  id,
  { id, name, color, slotDuration: 60, isActive: true, members: ['ben'], needsAssignee: false },
];
export const calendars = new Map([
  calendar('visits', 'Site visits', '#3f83f8'),
  calendar('discovery', 'Discovery', '#a855b5'),
  calendar('showroom', 'Showroom', '#e08a3c'),
]);

export const location: Location = {
  id: 'northlight',
  companyId: 'northlight-group',
  name: 'Northlight Studio, London',
  timezone: 'Europe/London',
  country: 'GB',
  allowDuplicateContact: false,
};

const custom = (id: string, name: string, kind: CustomField['kind'], position: number): CustomField => ({
  id,
  name,
  key: `contact.${id}`,
  kind,
  options: [],
  allowsOther: false,
  folder: '',
  position,
});
export const customFields = [
  custom('deal', 'Deal value', 'money', 1),
  custom('renewal', 'Renewal', 'date', 2),
  custom('stage', 'Stage', 'single', 3),
  custom('interests', 'Interests', 'multiple', 4),
  custom('brief', 'Signed brief', 'file', 5),
  custom('unused', 'Unused', 'text', 6),
];

export const contact: Contact = {
  id: 'ocQHyuzHvysMo5N5VsXc',
  locationId: 'northlight',
  name: 'Grace Kimani',
  firstName: 'Grace',
  lastName: 'Kimani',
  email: 'grace@kimani-interiors.example',
  phone: '+442079460182',
  additionalEmails: [],
  additionalPhones: [],
  companyName: 'Kimani Interiors',
  businessId: '',
  website: 'kimani-interiors.example',
  source: 'Word of mouth, Anna at Loft & Co',
  type: 'lead',
  address1: '14 Riverside Walk',
  city: 'London',
  state: '',
  postalCode: 'SE1 9PP',
  country: 'GB',
  timezone: 'Europe/London',
  dateOfBirth: '1984-03-09',
  assignee: 'ben',
  tags: ['interior designer', 'referral', 'autumn show 2026'],
  followers: [],
  dnd: false,
  dndSettings: { sms: 'active', email: 'inactive' },
  inboundDnd: false,
  customFields: {
    deal: '18400',
    renewal: '2027-01-12',
    stage: 'Quote sent',
    interests: ['Kitchens', 'Shelving', 'Home office'],
    brief: { f1: { url: 'https://files.example/brief.pdf', meta: { originalname: 'brief-signed.pdf' } } },
  },
  attribution: null,
  lastAttribution: null,
  dateAdded: at('09-03T09:00'),
  dateUpdated: at('11-20T11:40'),
  lastActivity: null,
};

export const row: Row = {
  tableId: 'Contacts',
  rowId: 7,
  contactId: contact.id,
  values: { name: contact.name, email: contact.email, phone: contact.phone, companyName: contact.companyName },
  tags: null,
};

const view = (key: FieldRef, value: string, label: string | null = null): FieldView => {
  const { kind, clearable, writable, choices = [] } = traitsOf(key, customFields) ?? unknown;
  const saved = {
    mark: 'none',
    draft: null,
    failure: null,
    inGrist: null,
    issue: null,
    asks: null,
    offers: { grist: true, highlevel: true },
    conflict: null,
  } as const;
  return { key, kind, label, choices, clearable, value, ...saved, editable: writable ? true : 'not-in-api' };
};
const unknown: FieldTraits = { kind: 'other', clearable: false, writable: false };

export const fieldViews = fieldKeys.map((key) => view(key, contact[key]));

const lines = (value: unknown) => (typeof value === 'object' ? Object.values(value ?? {}).join('\n') : String(value));

/** As the store reads them: a list has one item a line, a file its address. */
export const moreFieldViews = [
  view('tags', contact.tags.join('\n')),
  view('business', contact.businessId),
  view('timezone', contact.timezone),
  ...dndChannels.map((channel) => view(`dnd:${channel}`, contact.dndSettings[channel] ?? 'inactive')),
  ...customFields.map(({ id, name, kind }) => {
    const value = contact.customFields[id] ?? '';
    return view(`custom:${id}`, kind === 'file' ? 'https://files.example/brief.pdf' : lines(value), name);
  }),
];

const asRead = { pending: false, trouble: null };

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

export const task = (id: string, title: string, due: string | null, more: Partial<Task> = {}): Of<'task'> => {
  const dueDate = due === null ? null : at(due);
  const whole = { id, contactId: contact.id, title, body: '', dueDate, completed: false, assignee: 'ben', ...more };
  return { kind: 'task', id, at: dueDate, task: whole, ...asRead, failure: null };
};

export const note = (id: string, body: string, added: string, more: Partial<Note> = {}): Of<'note'> => {
  const dateAdded = at(added);
  const of = { id, contactId: contact.id, pinned: false, color: '' };
  return {
    kind: 'note',
    id,
    at: dateAdded,
    ...asRead,
    note: { ...of, title: '', body, author: 'ben', dateAdded, ...more },
  };
};

export const appointment = (
  id: string,
  title: string,
  from: string,
  to: string,
  more: Partial<Appointment> = {},
): Of<'appointment'> => {
  const times = { startTime: at(from), endTime: at(to) };
  const of = { id, contactId: contact.id, notes: '', address: '', assignee: 'ben', status: 'confirmed' };
  const whole = { ...of, calendarId: 'visits', title, ...times, ...more };
  return { kind: 'appointment', id, at: times.startTime, ...asRead, appointment: whole };
};

const called = `Grace called. She likes the oak finish best, but wants to see it next to the grey linen before she decides.
Budget stays at £18k unless the shelving is included; she asked for both prices side by side. Best time to reach her is \
before ten, and never on a Friday afternoon because of the school run.`;

export const timeline: TimelineView = {
  groups: [
    { kind: 'overdue', day: null, entries: [task('t1', 'Send revised quote with the oak option', '11-18T17:00')] },
    {
      kind: 'upcoming',
      day: null,
      entries: [
        task('t2', 'Confirm fitting date with the workshop', '11-20T17:00', { assignee: 'ama' }),
        appointment('a1', 'Measure visit, living room', '11-24T10:00', '11-24T11:00', { address: '14 Riverside Walk' }),
        task('t3', 'Prepare contract draft', '11-30T12:00', { assignee: 'lena' }),
      ],
    },
    {
      kind: 'day',
      day: '2026-11-20',
      entries: [
        note('n1', called, '11-20T11:40'),
        task('t4', 'Send fabric samples', '11-20T12:00', { assignee: 'ama', completed: true }),
      ],
    },
    {
      kind: 'day',
      day: '2026-11-18',
      entries: [
        appointment('a2', 'Intro call', '11-18T15:00', '11-18T15:30', { calendarId: 'discovery', status: 'showed' }),
        note('n2', 'Two rooms, decision by Christmas. Send oak and grey linen first.', '11-18T15:34', {
          author: 'ama',
        }),
      ],
    },
    {
      kind: 'day',
      day: '2026-11-16',
      entries: [
        appointment('a3', 'Showroom tour', '11-16T11:00', '11-16T12:00', { calendarId: 'showroom', status: 'noshow' }),
        appointment('a4', 'Showroom tour', '11-16T09:00', '11-16T10:00', {
          calendarId: 'showroom',
          status: 'cancelled',
        }),
      ],
    },
  ],
  counts: { all: 10, task: 4, note: 2, appointment: 4 },
  total: 10,
  loading: false,
  failures: {},
};

const column = (colId: string, label: string, type: string) => ({ colId, label, type });

export const tables: TableChoice[] = [
  { tableId: 'Contacts', columns: [column('Name', 'Name', 'Text'), column('Contact_ID', 'Contact ID', 'Text')] },
  {
    tableId: 'Tasks',
    columns: [
      column('Title', 'Title', 'Text'),
      column('Task_ID', 'Task ID', 'Text'),
      column('Done', 'Done', 'Bool'),
      column('Billed', 'Billed', 'Bool'),
    ],
  },
];
