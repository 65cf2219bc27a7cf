import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

type Bench = Awaited<ReturnType<typeof startContact>>;

async function remove(bench: Bench) {
  const removed = bench.work.remove();
  await pass(40_000);
  return removed;
}
const isGone = (bench: Bench) =>
  bench.there().then(
    () => false,
    ({ code }) => code === 'not-found',
  );

test('the contact goes, and its row stays with all but its link', async () => {
  const bench = await startContact();
  const before = bench.grist.row(1).values;
  expect(await remove(bench)).toBeNull();
  expect(await isGone(bench)).toBe(true);
  expect(bench.grist.row(1)).toMatchObject({ contactId: '', values: before });
  expect(bench.grist.bundles).toHaveLength(1);
  expect(bench.panel.screen.value.kind).toBe('unlinked');
  expect(bench.log().at(-1)).toMatchObject({ act: 'contact', what: bench.contactId, result: 'saved' });
  expect(bench.panel.notices.announcement.value?.code).toBe('contact-deleted');
});

test('what was typed for it goes too', async () => {
  const bench = await startContact();
  bench.panel.fields.keepDraft('city', 'Nairobi');
  await remove(bench);
  expect(bench.panel.status.value).not.toMatchObject({ kind: 'waiting' });
});

test('an answer that was lost is looked up', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('cut-after', { method: 'DELETE', path: '/contacts/', times: 3 });
  expect(await remove(bench)).toBeNull();
  expect(await isGone(bench)).toBe(true);
  expect(bench.grist.row(1).contactId).toBe('');
});

test('where HighLevel refuses, nothing changes', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('server-error', { method: 'DELETE', path: '/contacts/', status: 403 });
  expect(await remove(bench)).toMatchObject({ code: 'forbidden' });
  expect(await isGone(bench)).toBe(false);
  expect(bench.grist.row(1).contactId).toBe(bench.contactId);
  expect(bench.log().at(-1)).toMatchObject({ act: 'contact', result: 'refused' });
});

test('where HighLevel cannot be reached, nothing changes', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('cut-before', { method: 'DELETE', path: '/contacts/', times: 3 });
  expect(await remove(bench)).toMatchObject({ code: 'unreachable' });
  expect(await isGone(bench)).toBe(false);
  expect(bench.grist.row(1).contactId).toBe(bench.contactId);
});

test('where Grist refuses, the panel says that the contact is gone', async () => {
  const bench = await startContact();
  bench.grist.refuse('linkRow', 'access-rule');
  expect(await remove(bench)).toMatchObject({ side: 'grist', code: 'access-rule' });
  expect(bench.grist.row(1).contactId).toBe(bench.contactId);
  expect(bench.panel.screen.value.kind).toBe('unknown-contact');
  expect(bench.log().at(-1)).toMatchObject({ result: 'half' });
});

test('a viewer deletes nothing', async () => {
  const bench = await startContact({ role: 'viewer' });
  await remove(bench);
  expect(await isGone(bench)).toBe(false);
});

test('how much goes too is counted', async () => {
  const bench = await startContact();
  const { tasks, notes, appointments } = bench.work.belongings();
  expect([tasks, notes, appointments].every((count) => typeof count === 'number')).toBe(true);
});
