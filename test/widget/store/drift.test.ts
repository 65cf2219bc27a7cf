import { beforeEach, expect, test, vi } from 'vitest';
import { deleteContact, updateContact } from '../../../highlevel/contacts.ts';
import type { DriftStore } from '../../../widget/store/views/drift.ts';
import { type Bench, type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const finished = async (drift: DriftStore) =>
  vi.waitFor(async () => {
    await pass(500);
    if (!['done', 'stopped'].includes(drift.view.value.step)) throw new Error('still at it');
  });

/** A table that was checked once, so that all rows have agreed with HighLevel. */
async function start(setup: PanelSetup = {}) {
  const bench = await startPanel({ linked: 6, ...setup });
  await pass(500);
  const drift = await bench.panel.differences();
  const check = async () => {
    drift.check();
    await finished(drift);
    return drift.view.value;
  };
  return { ...bench, drift, check };
}

const cityThere = async ({ contact }: Pick<Bench, 'contact'>, rowId: number) => (await contact(rowId)).city;

test('a table in step with HighLevel has no differences, and every row agreed', async () => {
  const { check, memory } = await start();
  expect(await check()).toMatchObject({ step: 'done', rows: 6, done: 6, differing: 0, differences: [], unread: [] });
  expect(memory.agreed.size).toBe(6);
});

test('what changed on either side since then is listed with the way it flows', async () => {
  const { check, grist, api, contactIds } = await start();
  await check();
  const { city } = grist.row(3).values;
  grist.change(2, { values: { city: 'Eldoret' } });
  await updateContact(api, contactIds[3]!, { city: 'Kisumu' });
  const { differences, differing } = await check();
  expect(differing).toBe(2);
  expect(differences).toMatchObject([
    { rowId: 2, field: 'city', outcome: 'to-highlevel', grist: 'Eldoret' },
    { rowId: 3, field: 'city', outcome: 'to-grist', grist: city, highlevel: 'Kisumu' },
  ]);
});

test('to send all lets flow what flows, never a conflict', async () => {
  const bench = await start();
  const { check, drift, grist, api, contactIds } = bench;
  await check();
  grist.change(2, { values: { city: 'Eldoret' } });
  await updateContact(api, contactIds[3]!, { city: 'Kisumu' });
  grist.change(4, { values: { city: 'Nakuru' } });
  await updateContact(api, contactIds[4]!, { city: 'Thika' });
  await check();
  drift.sendAll();
  await finished(drift);
  expect(drift.view.value).toMatchObject({ step: 'done', flowing: 0, differing: 1 });
  expect(drift.view.value.differences).toMatchObject([{ rowId: 4, outcome: 'conflict' }]);
  expect([await cityThere(bench, 2), grist.row(3).values.city]).toEqual(['Eldoret', 'Kisumu']);
  expect([grist.row(4).values.city, await cityThere(bench, 4)]).toEqual(['Nakuru', 'Thika']);
});

test.each(['useGrist', 'useHighLevel'] as const)('%s settles one line on both sides', async (verb) => {
  const bench = await start();
  const { check, drift, grist, api, contactIds } = bench;
  await check();
  grist.change(4, { values: { city: 'Nakuru' } });
  await updateContact(api, contactIds[4]!, { city: 'Thika' });
  const [difference] = (await check()).differences;
  drift[verb](difference!);
  await pass(3_000);
  const chosen = verb === 'useGrist' ? 'Nakuru' : 'Thika';
  expect([grist.row(4).values.city, await cityThere(bench, 4)]).toEqual([chosen, chosen]);
  expect(drift.view.value).toMatchObject({ differing: 0, differences: [] });
  expect(bench.memory.entries().at(-1)).toMatchObject({ contactId: contactIds[4], to: chosen, result: 'saved' });
});

test('a line that is no longer so is shown anew, and nothing is written', async () => {
  const bench = await start();
  const { check, drift, grist, api, contactIds } = bench;
  await check();
  grist.change(4, { values: { city: 'Nakuru' } });
  const [difference] = (await check()).differences;
  await updateContact(api, contactIds[4]!, { city: 'Thika' });
  drift.useGrist(difference!);
  await pass(3_000);
  expect(await cityThere(bench, 4)).toBe('Thika');
  expect(drift.view.value.differences).toMatchObject([{ outcome: 'conflict', highlevel: 'Thika' }]);
});

test('rows without a contact are counted, and a contact that is gone is named', async () => {
  const { check, api, contactIds, grist } = await start({ rows: { 9: { contactId: '', values: {} } } });
  await deleteContact(api, contactIds[5]!);
  const { unlinked, gone, differing } = await check();
  expect([unlinked, gone, differing]).toEqual([1, [{ rowId: 5, name: grist.row(5).values.name }], 0]);
});

test('a column with a formula can send and never take', async () => {
  const { check, grist } = await start({ computed: ['city'] });
  await check();
  grist.change(2, { values: { city: 'Eldoret' } });
  expect((await check()).differences).toMatchObject([{ rowId: 2, sendable: true, takeable: false }]);
});

test('who may only look sees the differences, and changes nothing', async () => {
  const { check, drift, grist, memory } = await start({ role: 'viewer', environment: { readOnly: true } });
  grist.change(2, { values: { city: 'Eldoret' } });
  const [difference] = (await check()).differences;
  drift.useHighLevel(difference!);
  drift.sendAll();
  await pass(2_000);
  expect(difference).toMatchObject({ rowId: 2, outcome: 'differs' });
  expect([grist.row(2).values.city, memory.entries(), memory.agreed.size]).toEqual(['Eldoret', [], 0]);
});
