import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Both sides agreed on a city, and then each was given another. */
async function start(grist = 'Eldoret', highlevel = 'Kisumu') {
  const bench = await startPanel();
  await pass(500);
  const { city } = await bench.contact(1);
  await updateContact(bench.api, bench.contactIds[1]!, { city: highlevel });
  bench.grist.change(1, { values: { city: grist } });
  bench.panel.refresh();
  await pass(500);
  return { ...bench, before: city };
}

test('a field that both sides changed apart shows all three values and writes nothing', async () => {
  const { field, before, contact, grist, panel } = await start();
  expect(field('city')).toMatchObject({
    mark: 'conflict',
    conflict: { before: { value: before }, grist: 'Eldoret', highlevel: 'Kisumu', gristBy: null, highlevelBy: null },
  });
  expect((await contact(1)).city).toBe('Kisumu');
  expect(grist.row(1).values.city).toBe('Eldoret');
  expect(panel.status.value).toEqual({ kind: 'conflicts', count: 1 });
});

test('both sides changed alike is no conflict', async () => {
  const { field } = await start('Kisumu', 'Kisumu');
  expect(field('city')).toMatchObject({ value: 'Kisumu', mark: 'none', conflict: null });
});

test.each(['before', 'grist', 'highlevel'] as const)('choosing %s gives it to both sides', async (choice) => {
  const { field, panel, contact, grist, before } = await start();
  const chosen = { before, grist: 'Eldoret', highlevel: 'Kisumu' }[choice];
  panel.fields.resolve('city', choice, false);
  await pass(500);
  expect((await contact(1)).city).toBe(chosen);
  expect(grist.row(1).values.city).toBe(chosen);
  expect(field('city')).toMatchObject({ value: chosen, mark: 'none', conflict: null });
});

test('the choice is in the log, with both values', async () => {
  const { panel, memory } = await start();
  panel.fields.resolve('city', 'grist', false);
  await pass(500);
  expect(memory.entries().at(-1)).toMatchObject({
    what: 'city',
    from: 'Kisumu',
    to: 'Eldoret',
    via: 'conflict',
    result: 'saved',
  });
});

test('with “always”, the column decides the next one by itself', async () => {
  const { panel, grist, contact, api, contactIds, field } = await start();
  panel.fields.resolve('city', 'highlevel', true);
  await pass(500);
  await updateContact(api, contactIds[1]!, { city: 'Mombasa' });
  grist.change(1, { values: { city: 'Nakuru' } });
  panel.refresh();
  await pass(500);
  expect([(await contact(1)).city, grist.row(1).values.city]).toEqual(['Mombasa', 'Mombasa']);
  expect(field('city').mark).toBe('none');
});

test('deciding later folds the card and keeps the conflict', async () => {
  const { panel, field } = await start();
  panel.fields.defer('city');
  expect(field('city')).toMatchObject({ mark: 'conflict', conflict: { deferred: true } });
});

test('other fields go on while one waits for a decision', async () => {
  const { panel, field, contact } = await start();
  panel.fields.save('source', 'referral');
  await pass(500);
  expect((await contact(1)).source).toBe('referral');
  expect(field('city').mark).toBe('conflict');
});

test('another value typed over a conflict goes to both sides', async () => {
  const { panel, field, contact } = await start();
  panel.fields.save('city', 'Thika');
  await pass(500);
  expect((await contact(1)).city).toBe('Thika');
  expect(field('city')).toMatchObject({ value: 'Thika', mark: 'none' });
});

test('a cell that somebody changed while a save was on its way is not written over', async () => {
  const bench = await startPanel();
  await pass(500);
  bench.sandbox.faults.add('latency', { ms: 300, times: 2 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.grist.change(1, { values: { city: 'Mombasa' } });
  await pass(2_000);
  expect(bench.grist.row(1).values.city).toBe('Mombasa');
  expect(bench.field('city')).toMatchObject({ mark: 'conflict', conflict: { grist: 'Mombasa', highlevel: 'Nairobi' } });
  expect(bench.memory.entries().find(({ to }) => to === 'Nairobi')).toMatchObject({ result: 'conflict' });
});

test('a conflict names the colleague whose save made it, where the log knows', async () => {
  const bench = await startPanel();
  await pass(500);
  await bench.memory.activity.introduce({ highlevelUserId: 'u5', name: 'Ama Boateng' });
  bench.sandbox.faults.add('latency', { ms: 300, times: 2 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.grist.change(1, { values: { city: 'Mombasa' } });
  await pass(2_000);
  expect(bench.field('city').conflict).toMatchObject({
    gristBy: null,
    highlevelBy: { name: 'Ama Boateng', at: expect.any(Number) },
  });
});
