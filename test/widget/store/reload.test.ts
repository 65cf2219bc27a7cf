import { beforeEach, expect, test, vi } from 'vitest';
import { type Bench, loaded, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('typed text survives a reload', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('city', 'Nairo');
  bench.reload();
  await pass(500);
  expect(bench.field('city')).toMatchObject({ mark: 'unsaved', draft: 'Nairo' });
});

test('a draft is kept for its own contact', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('city', '');
  bench.panel.fields.keepDraft('email', 'half@');
  bench.grist.select(2);
  bench.reload();
  await pass(500);
  expect(bench.field('email').draft).toBeNull();
  bench.grist.select(1);
  expect(bench.field('email')).toMatchObject({ draft: 'half@' });
});

test('a refused edit comes back with its reason', async () => {
  const bench = await startPanel();
  bench.panel.fields.save('email', 'grace');
  bench.reload();
  await pass(500);
  expect(bench.field('email')).toMatchObject({ mark: 'failed', draft: 'grace', failure: { code: 'invalid' } });
});

test('a save that reached HighLevel before the reload is finished in the row', async () => {
  const bench = await startPanel();
  const { lastName } = await bench.contact(1);
  bench.grist.hold('writeRow');
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(500);
  bench.reload();
  bench.grist.hold('writeRow')();
  await pass(1000);
  expect(bench.field('firstName')).toMatchObject({ value: 'Wanjiku', mark: 'none', draft: null });
  expect(bench.grist.row(1).values).toMatchObject({ firstName: 'Wanjiku', name: `Wanjiku ${lastName}` });
});

test('a save whose answer came after the reload is found done', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 300, method: 'PUT' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  // The request is with HighLevel, which takes it before the new page asks.
  bench.sandbox.faults.add('latency', { ms: 1000, method: 'GET' });
  bench.reload();
  await pass(5000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none', draft: null });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

/** The request leaves, and never arrives. */
function loseUpdate(bench: Bench) {
  bench.sandbox.faults.add('latency', { ms: 300, method: 'PUT', times: 1 });
  bench.sandbox.faults.add('cut-before', { method: 'PUT', times: 1 });
}

test('a save that was not sent yet goes on by itself', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('latency', { ms: 2000, method: 'GET', times: 1 });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.reload();
  await pass(5000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none', draft: null });
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toHaveLength(1);
});

test('a save that never reached HighLevel comes back as a draft, and a retry saves it', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  loseUpdate(bench);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.reload();
  await pass(5000);
  expect(bench.field('city')).toMatchObject({
    value: city,
    mark: 'failed',
    draft: 'Nairobi',
    failure: { code: 'interrupted', retryable: true },
  });
  bench.panel.fields.retry('city');
  await pass(1000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

test('a cut save is settled although its row is no longer shown', async () => {
  const bench = await startPanel();
  bench.grist.hold('writeRow');
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.grist.select(2);
  bench.reload();
  bench.grist.hold('writeRow')();
  await pass(1000);
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

test('what somebody wrote meanwhile is not replaced by an edit that a reload cut', async () => {
  const bench = await startPanel();
  loseUpdate(bench);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(100);
  bench.reload();
  await pass(500);
  const { updateContact } = await import('../../../highlevel/contacts.ts');
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' });
  await pass(5000);
  bench.panel.fields.retry('city');
  await pass(1000);
  expect(bench.field('city')).toMatchObject({ value: 'Kisumu', failure: { code: 'changed', theirs: 'Kisumu' } });
});

test('nothing is left behind once everything is saved', async () => {
  const bench = await startPanel();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  expect(Object.keys(sessionStorage)).toEqual([]);
  bench.reload();
  await loaded(bench);
  expect(bench.panel.status.value.kind).toBe('up-to-date');
});

test('drafts of another document stay out of sight', async () => {
  const first = await startPanel({ docId: 'doc1' });
  first.panel.fields.keepDraft('city', 'Nairo');
  first.panel.dispose();
  const second = await startPanel({ docId: 'doc2', sandbox: first.sandbox });
  await pass(500);
  expect(second.field('city').draft).toBeNull();
});
