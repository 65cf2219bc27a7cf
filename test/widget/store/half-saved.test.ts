import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start(code: 'access-rule' | 'unknown' | 'column-gone') {
  const bench = await startPanel();
  bench.grist.refuse('writeRow', code);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.requests();
  return bench;
}

test('HighLevel saved and the row refused is shown as just that', async () => {
  const bench = await start('access-rule');
  expect(bench.field('city')).toMatchObject({
    value: 'Nairobi',
    mark: 'failed',
    draft: null,
    failure: { side: 'grist', code: 'access-rule', retryable: false },
  });
  expect((await bench.contact(1)).city).toBe('Nairobi');
});

test('a retry writes the missing side only', async () => {
  const bench = await start('unknown');
  bench.panel.fields.retry('city');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ mark: 'none', failure: null });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect(bench.requests()).toEqual([]);
});

test('a retry writes what HighLevel has by then', async () => {
  const bench = await startPanel();
  bench.grist.refuse('writeRow', 'unknown');
  bench.panel.fields.save('lastName', 'Kimani');
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(1000);
  expect(bench.field('lastName').mark).toBe('failed');
  bench.panel.fields.retry('lastName');
  await pass(500);
  expect(bench.grist.row(1).values).toMatchObject({ firstName: 'Wanjiku', lastName: 'Kimani', name: 'Wanjiku Kimani' });
});

test('letting it be leaves a difference in sight', async () => {
  const bench = await start('access-rule');
  bench.panel.fields.discard('city');
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'differs', failure: null });
});

test('a later save of the field heals it', async () => {
  const bench = await start('column-gone');
  bench.panel.fields.save('city', 'Mombasa');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: 'Mombasa', mark: 'none', failure: null });
  expect(bench.grist.row(1).values.city).toBe('Mombasa');
});

test('a row deleted during the save leaves nothing to be written', async () => {
  const bench = await startPanel();
  const release = bench.grist.hold('writeRow');
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.grist.remove(1);
  release();
  await pass(500);
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.panel.screen.value).toEqual({ kind: 'no-row' });
  expect(bench.panel.notices.announcement.value?.code).toBe('saved');
});

test('while the row is being written nothing is said to differ', async () => {
  const bench = await startPanel();
  const release = bench.grist.hold('writeRow');
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(500);
  expect([bench.field('firstName').mark, bench.field('name').mark]).toEqual(['saving', 'saving']);
  release();
  await pass(500);
  expect([bench.field('firstName').mark, bench.field('name').mark]).toEqual(['none', 'none']);
});
