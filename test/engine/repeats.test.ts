import { expect, test } from 'vitest';
import { execute } from '../../engine/execute.ts';
import { operation } from '../../engine/operation.ts';
import { createRepeats } from '../../engine/repeats.ts';
import type { Origin } from '../../engine/state.ts';
import { createApi } from '../../highlevel/client.ts';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { createSandbox } from '../../sandbox/app.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { createPorts } from '../helpers/ports.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createTestState } from '../helpers/state.ts';

/** A carrier that keeps nothing, such as a server: it looks again and again, and wants the same each time. */
async function start() {
  const sandbox = createSandbox({ contacts: 3 });
  const { token, locationId, contactIds } = sandbox.info;
  const contactId = contactIds[0] ?? '';
  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  const { state, entries } = await createTestState();
  const ports = createPorts({ api, locationId, state });
  const save = async (field: FieldRef, value: string, how: { origin?: Origin; isAsked?: boolean } = {}) => {
    const { origin = 'grid', isAsked = false } = how;
    const there = await getContact(api, contactId);
    const seen = { highlevel: { [field]: [there[field as 'city']] }, cells: {} };
    const op = operation({ kind: 'field', target: { contactId, rowId: 1 }, want: { [field]: value }, seen, origin });
    const { done, left } = await execute(ports, op, { isAsked });
    return done ? 'saved' : left[0]?.failure?.code;
  };
  const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT').length;
  return { sandbox, api, contactId, save, puts, log: entries };
}

const inTurn = async <T>(times: number, work: (time: number) => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await work(time));
  return results;
};

test('a value that HighLevel ignores is sent once, however often it is wanted', async () => {
  const { sandbox, save, puts } = await start();
  sandbox.faults.add('value-ignored', { method: 'PUT', field: 'city' });
  expect(new Set(await inTurn(20, () => save('city', 'Aarhus')))).toEqual(new Set(['ignored']));
  expect(puts()).toBe(1);
});

test('a value that HighLevel refuses is sent once, and logged once', async () => {
  const { save, puts, log } = await start();
  expect(new Set(await inTurn(20, () => save('email', 'no address')))).toEqual(new Set(['rejected']));
  expect(puts()).toBe(1);
  expect(log()).toHaveLength(1);
});

test('another value, a change in HighLevel and a person each send it again', async () => {
  const { sandbox, api, contactId, save, puts } = await start();
  sandbox.faults.add('value-ignored', { method: 'PUT', field: 'city' });
  await save('city', 'Aarhus');
  await save('city', 'Bergen');
  expect(puts()).toBe(2);
  await save('city', 'Bergen', { isAsked: true });
  await save('city', 'Bergen', { origin: 'conflict' });
  expect(puts()).toBe(4);
  sandbox.faults.clear();
  await updateContact(api, contactId, { city: 'Cork' });
  expect(await save('city', 'Bergen')).toBe('saved');
});

test('a value that goes back and forth without a person stops after ten times a minute, with a reason', async () => {
  const { save, puts } = await start();
  const answers = await inTurn(30, (time) => save('city', time % 2 === 0 ? 'Aarhus' : 'Bergen'));
  expect(answers.slice(0, 10)).toEqual(Array(10).fill('saved'));
  expect(new Set(answers.slice(10))).toEqual(new Set(['too-often', 'saved']));
  expect(puts()).toBe(10);
  expect(await save('source', 'Fair')).toBe('saved');
});

test('a minute later it may be sent again, and a contact has a budget of its own', () => {
  let now = 0;
  const repeats = createRepeats(() => now);
  const attempt = (subject: string) => repeats.check({ subject, contactId: 'c', state: String(now) })?.code ?? 'sent';
  expect(Array.from({ length: 11 }, () => attempt('city')).at(-1)).toBe('too-often');
  now += 61_000;
  expect(attempt('city')).toBe('sent');
  const all = Array.from({ length: 320 }, (_, index) => attempt(`field ${index}`));
  expect(all.filter((one) => one === 'sent')).toHaveLength(299);
});
