import { expect, test } from 'vitest';
import type { FaultName, FaultOptions } from '../../sandbox/faults.ts';
import { arrange } from './arrange.ts';

type Body = Record<string, unknown>;

/** How an answer may fail to come although HighLevel has done what it was asked. */
const failures: [string, FaultName, FaultOptions][] = [
  ['a cut', 'cut-after', {}],
  ...[500, 502, 503, 504].map((status): [string, FaultName, FaultOptions] => [
    `a ${status}`,
    'server-error',
    { status, applied: true },
  ]),
];

const day = { startTime: '2027-06-15T10:00:00+01:00', endTime: '2027-06-15T11:00:00+01:00' };

/** What can be made: where, with which body, and where it is found. */
async function arrangeCreates() {
  const arranged = await arrange();
  const { call, contactId, locationId, sandbox } = arranged;
  const listed = async (path: string, key: string) =>
    ((await (await call('GET', path)).json()) as Record<string, Body[]>)[key] ?? [];
  const calendars = await listed('/calendars/', 'calendars');
  const calendar = calendars.find(({ calendarType }) => calendarType === 'event');
  const contact = `/contacts/${contactId}`;
  const email = 'ada.once@mail.example';
  const creates = {
    note: { path: `${contact}/notes`, body: { body: 'Xylophone' }, list: [`${contact}/notes`, 'notes'] },
    task: {
      path: `${contact}/tasks`,
      body: { title: 'Xylophone', dueDate: '2027-06-15T09:00:00Z', completed: false },
      list: [`${contact}/tasks`, 'tasks'],
    },
    appointment: {
      path: '/calendars/events/appointments',
      body: { calendarId: calendar?.id, contactId, title: 'Xylophone', ...day },
      list: [`${contact}/appointments`, 'events'],
    },
    contact: {
      path: '/contacts/',
      body: { firstName: 'Xylophone', email },
      list: ['/contacts/?limit=100', 'contacts'],
    },
  } as const;
  const count = async ({ list: [path, key] }: (typeof creates)[keyof typeof creates]) =>
    (await listed(path, key)).filter((made) => /xylophone/i.test(JSON.stringify(made))).length;
  const posts = (path: string) =>
    sandbox.requests.filter((sent) => sent.method === 'POST' && sent.path === path).length;
  return { ...arranged, creates, count, posts, locationId };
}

const kinds = ['note', 'task', 'appointment', 'contact'] as const;
const cases = failures.flatMap((failure) => kinds.map((kind) => [kind, ...failure] as const));

test.each(cases)('one %s is made though %s hides that it was', async (kind, _failure, fault, options) => {
  const { call, creates, count, posts, sandbox } = await arrangeCreates();
  const create = creates[kind];
  const make = () => call('POST', create.path, { body: create.body, headers: { 'idempotency-key': 'k1' } });
  sandbox.faults.add(fault, { ...options, times: 1, method: 'POST', path: create.path });
  expect((await make()).status).toBeLessThan(300);
  expect((await make()).status).toBeLessThan(300);
  expect([await count(create), posts(create.path)]).toEqual([1, 1]);
});
