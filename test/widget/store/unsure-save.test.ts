import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a save whose answer was lost is found done and never said to have failed', async () => {
  const bench = await startPanel();
  const marks = new Set<string>();
  bench.panel.fields.shown.subscribe(() => marks.add(bench.field('city').mark));
  bench.sandbox.faults.add('cut-after', { method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(20_000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none', failure: null });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect([...marks]).toEqual(['none', 'saving']);
});

test('a save that never arrived is kept and sent again by itself', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  bench.sandbox.faults.add('cut-before', { method: 'PUT', times: 3 });
  bench.panel.fields.save('city', 'Nairobi');
  await vi.waitFor(() => expect(bench.field('city').mark).toBe('failed'), { interval: 100 });
  expect(bench.field('city')).toMatchObject({
    value: city,
    draft: 'Nairobi',
    failure: { code: 'unreachable', retryable: true },
  });
  await pass(20_000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect((await bench.contact(1)).city).toBe('Nairobi');
});

test('edits made offline are counted and sent when the network is back', async () => {
  const bench = await startPanel();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  bench.sandbox.faults.add('cut-before');
  bench.panel.fields.save('city', 'Nairobi');
  await vi.waitFor(() => expect(bench.field('city').mark).toBe('failed'), { interval: 100 });
  expect(bench.panel.banner.value).toEqual({ kind: 'offline', waiting: 1 });
  expect(bench.panel.status.value).toEqual({ kind: 'offline', waiting: 1 });
  bench.sandbox.faults.clear();
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  await pass(1000);
  expect(bench.panel.banner.value).toBeNull();
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});
