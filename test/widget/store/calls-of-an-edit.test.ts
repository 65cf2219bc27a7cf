import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { createFakeTable } from '../../helpers/fake-table.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A panel that counts its calls of the document, of the proxy's state and of HighLevel. */
async function start() {
  let calls: string[] = [];
  const bench = await startPanel({
    onCall: (name, moment) => {
      // Reading ahead asks for the order of the rows, whatever is edited.
      if (moment === 'before' && name !== 'inOrder') calls.push(name);
    },
  });
  await pass(3_000);
  const callsOf = async (change: () => unknown) => {
    calls = [];
    await change();
    await pass(5_000);
    return calls;
  };
  return { ...bench, callsOf };
}

test('an edit in the panel takes six calls, one of them the update', async () => {
  const { panel, callsOf, contact, grist } = await start();
  const calls = await callsOf(() => panel.fields.save('city', 'Eldoret'));
  expect([(await contact(1)).city, grist.row(1).values.city]).toEqual(['Eldoret', 'Eldoret']);
  expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(6);
  expect(calls.filter((call) => call === 'PUT')).toHaveLength(1);
});

test('an edit in the grid takes nine calls, one of them the update', async () => {
  const { callsOf, contact, grist } = await start();
  const calls = await callsOf(() => grist.change(1, { values: { city: 'Nakuru' } }));
  expect((await contact(1)).city).toBe('Nakuru');
  expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(9);
  expect(calls.filter((call) => call === 'PUT')).toHaveLength(1);
});

test('nothing more is called when it is over', async () => {
  const { panel, callsOf } = await start();
  await callsOf(() => panel.fields.save('city', 'Eldoret'));
  expect(await callsOf(() => {})).toEqual([]);
});

test('of two panels on one document one carries an edit of the grid', async () => {
  const memory = await createTestState();
  const first = await startPanel({ memory });
  const table = createFakeTable({ 1: first.grist.row(1) });
  first.panel.dispose();
  const { sandbox } = first;
  const ann = await startPanel({ sandbox, memory, table, linked: 1, docId: 'ann' });
  await startPanel({ sandbox, memory, table, linked: 1, docId: 'bob' });
  await pass(5_000);
  ann.requests();
  ann.grist.change(1, { values: { city: 'Nakuru' } });
  await pass(30_000);
  expect(ann.requests().filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  expect((await ann.contact(1)).city).toBe('Nakuru');
});

test('a change in HighLevel reaches the cell and is not sent back', async () => {
  const { api, contactIds, panel, callsOf, grist } = await start();
  await updateContact(api, contactIds[1]!, { city: 'Thika' });
  const calls = await callsOf(() => panel.refresh());
  expect(grist.row(1).values.city).toBe('Thika');
  expect(calls.filter((call) => call === 'PUT')).toEqual([]);
});
