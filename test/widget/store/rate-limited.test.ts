import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  await pass(40_000);
  bench.requests();
  return bench;
}

test('old data stays with a countdown, and HighLevel is asked again when it said so', async () => {
  const bench = await start();
  bench.sandbox.faults.add('rate-limited', { retryAfter: '20', times: 4 });
  bench.panel.refresh();
  await pass(100);
  const { banner, contact, screen, status, now } = bench.panel;
  expect(contact.value.data?.id).toBe(bench.contactIds[1]);
  expect(screen.value.kind).toBe('contact');
  expect(banner.value).toEqual({ kind: 'rate-limited', until: expect.any(Number) });
  expect(status.value.kind).toBe('rate-limited');
  const { until } = banner.value as { until: number };
  expect(Math.round((until - now.value) / 1000)).toBe(20);
  await pass(5000);
  expect(Math.round((until - now.value) / 1000)).toBe(15);
  bench.requests();
  await pass(14_000);
  expect(bench.requests()).toEqual([]);
  await pass(2000);
  expect(bench.requests()).toHaveLength(4);
  expect([banner.value, status.value.kind]).toEqual([null, 'up-to-date']);
});

test('a row that was never read shows what it knows itself', async () => {
  const bench = await start();
  bench.sandbox.faults.add('rate-limited', { retryAfter: '20', times: 4 });
  bench.grist.select(2);
  await pass(100);
  expect(bench.panel.screen.value.kind).toBe('contact');
  expect(bench.field('name').value).toBe(bench.grist.row(2).values.name);
  await pass(21_000);
  expect(bench.panel.contact.value.data?.id).toBe(bench.contactIds[2]);
});

test('a save that must wait is kept and sent when due', async () => {
  const bench = await start();
  bench.sandbox.faults.add('rate-limited', { retryAfter: '20', method: 'PUT', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  expect(bench.field('city')).toMatchObject({ mark: 'failed', draft: 'Nairobi', failure: { code: 'rate-limited' } });
  expect(bench.panel.banner.value?.kind).toBe('rate-limited');
  await pass(21_000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

test('a tick that must wait is sent when due', async () => {
  const bench = await start();
  const task = bench.entries().find((entry) => entry.kind === 'task' && !entry.task.completed);
  bench.sandbox.faults.add('rate-limited', { retryAfter: '20', method: 'PUT', times: 1 });
  bench.panel.timeline.completeTask(task!.id, true);
  await pass(1000);
  expect(bench.entries().find(({ id }) => id === task!.id)).toMatchObject({ failure: { code: 'rate-limited' } });
  await pass(21_000);
  expect(bench.entries().find(({ id }) => id === task!.id)).toMatchObject({ failure: null, task: { completed: true } });
});
