import { expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/app.ts';
import { busyIndex, emptyIndex } from '../../sandbox/seed/seed.ts';
import { openSandbox, startOfTests } from './open-sandbox.ts';

const whole = createSandbox({ now: () => startOfTests });
const location = whole.state.locations.get(whole.info.locationId)!;
const contacts = [...location.contacts.values()];
const historyOf = (index: number) => {
  const id = whole.info.contactIds[index]!;
  return location.tasks.of(id).length + location.notes.of(id).length + location.events.of(id).length;
};

test('the same seed gives the same contacts, another seed others', () => {
  const [again, other] = [1, 2].map((seed) => createSandbox({ seed, contacts: 50, now: () => startOfTests }));
  expect(again?.info.contactIds).toEqual(whole.info.contactIds.slice(0, 50));
  expect(again?.info.token).toBe(whole.info.token);
  expect(other?.info.contactIds).not.toEqual(again?.info.contactIds);
  const first = again?.state.locations.get(again.info.locationId)?.contacts.get(again.info.contactIds[0]!);
  expect(first).toEqual(contacts[0]);
});

test('two thousand contacts have distinct ids, phones and e-mails', () => {
  expect(contacts).toHaveLength(2000);
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(2000);
  const phones = contacts.flatMap(({ phone }) => phone ?? []);
  expect(phones.length).toBeGreaterThan(1500);
  expect(new Set(phones).size).toBe(phones.length);
  expect(phones.filter((phone) => !/^\+[1-9]\d{9,13}$/.test(phone))).toEqual([]);
  const emails = contacts.flatMap(({ email }) => email ?? []);
  expect(new Set(emails).size).toBe(emails.length);
  expect(new Set(contacts.map(({ country }) => country)).size).toBeGreaterThan(8);
});

test('ids have the form of HighLevel', () => {
  expect(contacts.filter(({ id }) => !/^[A-Za-z0-9]{20}$/.test(id))).toEqual([]);
  expect([...location.businesses.keys()].filter((id) => !/^[0-9a-f]{24}$/.test(id))).toEqual([]);
});

test('the first contacts have an average history, one has none, one has hundreds', () => {
  const rich = contacts.slice(0, 38).map((_, index) => historyOf(index));
  rich.splice(busyIndex, 1);
  expect(Math.min(...rich)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...rich)).toBeLessThanOrEqual(32);
  expect(historyOf(emptyIndex)).toBe(0);
  expect(historyOf(busyIndex)).toBeGreaterThan(200);
});

test('tasks are overdue, due today, ahead and done', () => {
  const due = (from: number, to: number) =>
    [...location.tasks.all()].filter(({ dueDate, completed }) => !completed && dueDate >= from && dueDate < to).length;
  const midnight = Date.parse('2026-11-20T00:00:00Z');
  expect(due(0, midnight)).toBeGreaterThan(100);
  expect(due(midnight, midnight + 86_400_000)).toBeGreaterThan(100);
  expect(due(midnight + 86_400_000, Number.MAX_SAFE_INTEGER)).toBeGreaterThan(100);
  expect([...location.tasks.all()].some(({ completed }) => completed)).toBe(true);
});

test('custom fields come in every data type, with values', () => {
  const types = new Map([...location.customFields.values()].map(({ id, dataType }) => [id, dataType]));
  expect(new Set(types.values()).size).toBe(12);
  const filled = new Set(contacts.flatMap(({ customFields }) => customFields.map(({ id }) => types.get(id))));
  expect(filled.size).toBe(12);
});

test('the data is the same all day and moves with the date', async () => {
  const at = (now: string) => {
    const sandbox = createSandbox({ contacts: 5, now: () => Date.parse(now) });
    return sandbox.state.locations.get(sandbox.info.locationId)!.tasks.of(sandbox.info.contactIds[0]!);
  };
  expect(at('2026-11-20T00:05:00Z')).toEqual(at('2026-11-20T23:55:00Z'));
  expect(at('2026-11-21T10:00:00Z')[0]?.dueDate).toBe(at('2026-11-20T10:00:00Z')[0]!.dueDate + 86_400_000);
});

test('appointments are written without a zone, in the time of the location, on both sides of a clock change', async () => {
  const { send, contact, sandbox, locationId } = openSandbox();
  const { events } = (await send('GET', `${contact}/appointments`)).body;
  const records = sandbox.state.locations.get(locationId)!.events.of(contact.split('/').at(-1)!);
  const summer = records.find(
    ({ startTime }) => new Date(startTime).getUTCMonth() === 9 && new Date(startTime).getUTCDate() === 24,
  )!;
  const winter = records.find(
    ({ startTime }) => new Date(startTime).getUTCMonth() === 9 && new Date(startTime).getUTCDate() === 26,
  )!;
  const shown = (id: string) => events.find((event: { id: string }) => event.id === id).startTime as string;
  expect(shown(summer.id)).toMatch(/^2026-10-24 10:[03]0:00$/);
  expect(new Date(summer.startTime).getUTCHours()).toBe(9);
  expect(shown(winter.id)).toMatch(/^2026-10-26 10:[03]0:00$/);
  expect(new Date(winter.startTime).getUTCHours()).toBe(10);
});
