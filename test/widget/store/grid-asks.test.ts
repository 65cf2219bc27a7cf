import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Row 1 was shown for a while, so both sides have agreed on what it holds. */
async function start(linked = 3) {
  const bench = await startPanel({ linked });
  await pass(5_000);
  bench.requests();
  const sent = () => bench.requests().filter((request) => request.startsWith('PUT'));
  return { ...bench, sent };
}

test('a note that is typed over a name in the grid is sent only when a person says so', async () => {
  const { grist, panel, field, contact, sent } = await start();
  const { name } = await contact(1);
  const note = `${name} called; wants an offer by Tuesday`;
  grist.change(1, { values: { name: note } });
  await pass(60_000);
  expect(field('name')).toMatchObject({ mark: 'differs', asks: 'doubtful', inGrist: note, value: name });
  expect(sent()).toEqual([]);
  panel.fields.resolve('name', 'grist', false);
  await pass(2_000);
  expect((await contact(1)).name).toBe(note);
  expect(field('name').mark).toBe('none');
});

test('a note that is typed over a name is taken back in the grid', async () => {
  const { grist, panel, contact, sent } = await start();
  const { name } = await contact(1);
  grist.change(1, { values: { name: `${name} called; wants an offer by Tuesday` } });
  await pass(1_000);
  panel.fields.resolve('name', 'highlevel', false);
  await pass(2_000);
  expect(grist.row(1).values.name).toBe(name);
  expect(sent()).toEqual([]);
});

test('an e-mail that loses its shape in the grid is not sent', async () => {
  const { grist, field, sent } = await start();
  grist.change(1, { values: { email: 'call her' } });
  await pass(60_000);
  expect(field('email')).toMatchObject({ mark: 'differs', inGrist: 'call her' });
  expect(sent()).toEqual([]);
});

const fill = ({ grist }: Awaited<ReturnType<typeof start>>, count: number, source: string) => {
  for (let rowId = 1; rowId <= count; rowId++) grist.change(rowId, { values: { source } });
};

test('a change of more than 20 rows at once is sent row by row when a person says so', async () => {
  const bench = await start(25);
  const { grist, panel, field, contact, sent } = bench;
  grist.select(2);
  await pass(5_000);
  grist.select(null);
  fill(bench, 21, 'Fair');
  grist.select(1);
  await pass(10_000);
  expect(field('source')).toMatchObject({ mark: 'differs', asks: 'many-rows', inGrist: 'Fair' });
  grist.select(2);
  await pass(10_000);
  expect(field('source').asks).toBe('many-rows');
  expect(sent()).toEqual([]);
  panel.fields.resolve('source', 'grist', false);
  await pass(2_000);
  expect((await contact(2)).source).toBe('Fair');
  grist.change(1, { values: { source: 'Referral' } });
  grist.select(1);
  await pass(10_000);
  expect((await contact(1)).source).toBe('Referral');
});

test('a change of 20 rows is sent as they are shown', async () => {
  const bench = await start(25);
  bench.grist.select(null);
  fill(bench, 20, 'Fair');
  bench.grist.select(1);
  await pass(10_000);
  expect((await bench.contact(1)).source).toBe('Fair');
});

test('where the document asks, a change of the grid waits and says so', async () => {
  const { grist, field, sent } = await start();
  grist.setOptions({ sync: { bindings: [], onConflict: 'ask', automatic: false } });
  grist.change(1, { values: { city: 'Eldoret' } });
  await pass(10_000);
  expect(field('city')).toMatchObject({ mark: 'differs', asks: 'by-setting', inGrist: 'Eldoret' });
  expect(sent()).toEqual([]);
});
