import { beforeEach, expect, test, vi } from 'vitest';
import { addTags, removeTags } from '../../../highlevel/tags.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** The first contact has tags `a` and `b`. */
async function start(setup: Parameters<typeof startContact>[0] = {}) {
  const bench = await startContact(setup);
  const { tags } = await bench.there();
  if (tags.length > 0) await removeTags(bench.api, bench.contactId, tags);
  await addTags(bench.api, bench.contactId, ['a', 'b']);
  bench.panel.refresh();
  await pass(2000);
  return bench;
}

test('a tag is added and another taken away, and the rest stays', async () => {
  const bench = await start();
  await bench.save('tags', 'a\nc');
  expect((await bench.there()).tags).toEqual(['a', 'c']);
  expect(bench.more('tags')).toMatchObject({ value: 'a\nc', mark: 'none' });
});

test('tags of other people are neither lost nor brought back', async () => {
  const bench = await start();
  await addTags(bench.api, bench.contactId, ['theirs']);
  await removeTags(bench.api, bench.contactId, ['b']);
  await bench.save('tags', 'a\nb\nmine');
  expect((await bench.there()).tags.toSorted()).toEqual(['a', 'mine', 'theirs']);
  expect(bench.more('tags').failure).toBeNull();
});

test('the tags column follows', async () => {
  const bench = await start({ columns: { tags: 'a\nb' } });
  await bench.save('tags', 'a\nb\nc');
  const { values } = bench.grist.row(1) as { values: Record<string, string> };
  expect(values.tags?.split(', ').toSorted()).toEqual(['a', 'b', 'c']);
});

test('tags are taken back like any edit', async () => {
  const bench = await start();
  await bench.save('tags', 'a\nb\nc');
  await addTags(bench.api, bench.contactId, ['theirs']);
  expect(bench.panel.notices.undoLast()).toBe(true);
  await pass(2000);
  expect((await bench.there()).tags.toSorted()).toEqual(['a', 'b', 'theirs']);
});

test('quick changes one after the other all arrive', async () => {
  const bench = await start();
  bench.panel.fields.save('tags', 'b');
  bench.panel.fields.save('tags', 'b\nc');
  bench.panel.fields.save('tags', 'b\nc\nd');
  await pass(3000);
  expect((await bench.there()).tags.toSorted()).toEqual(['b', 'c', 'd']);
});

test('tags that HighLevel did not take are kept with the reason', async () => {
  const bench = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/tags', status: 422, times: 1 });
  await bench.save('tags', 'a\nb\nc');
  expect(bench.more('tags')).toMatchObject({ mark: 'failed', draft: 'a\nb\nc' });
  expect(bench.panel.status.value).toMatchObject({ kind: 'failed', count: 1 });
  bench.panel.fields.retry('tags');
  await pass(2000);
  expect((await bench.there()).tags.toSorted()).toEqual(['a', 'b', 'c']);
});

test('the location tells its tags when somebody asks, and once a minute at most', async () => {
  const bench = await start();
  bench.requests();
  expect(await bench.work.tags()).toContain('a');
  await bench.work.tags();
  expect(bench.requests().filter((line) => line.endsWith('/tags'))).toHaveLength(1);
});
