import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('text typed on a row is saved to that row when the person moves on', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('city', 'Nairobi');
  bench.grist.select(2);
  await pass(1000);
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect(bench.field('city')).toMatchObject({ value: bench.grist.row(2).values.city, draft: null });
});

test('text that cannot be saved is kept on its row with the reason', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('email', 'grace@');
  bench.grist.select(2);
  await pass(1000);
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
  bench.grist.select(1);
  expect(bench.field('email')).toMatchObject({ mark: 'failed', draft: 'grace@', failure: { code: 'invalid' } });
});

test('text that was typed and set back by hand asks for nothing', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  bench.requests();
  bench.panel.fields.keepDraft('city', `${city}x`);
  bench.panel.fields.keepDraft('city', city);
  bench.grist.select(2);
  await pass(1000);
  expect(bench.requests().filter((request) => request.endsWith(bench.contactIds[1]!))).toEqual([]);
  bench.grist.select(1);
  expect(bench.field('city')).toMatchObject({ draft: null, mark: 'none' });
});

test('a draft that is taken back is forgotten', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('city', 'Nai');
  bench.panel.fields.keepDraft('city', null);
  bench.grist.select(2);
  await pass(1000);
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
});

test('a refusal keeps the draft until it is dropped', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('missing-scope', { method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  expect(bench.field('city').draft).toBe('Nairobi');
  bench.panel.fields.discard('city');
  expect(bench.field('city')).toMatchObject({ mark: 'none', draft: null, failure: null });
});
