import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' });
  bench.requests();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  return bench;
}

test('a value that somebody else wrote meanwhile is not replaced', async () => {
  const bench = await start();
  expect(bench.field('city')).toMatchObject({
    value: 'Kisumu',
    mark: 'failed',
    draft: 'Nairobi',
    failure: { code: 'changed', theirs: 'Kisumu' },
  });
  expect((await bench.contact(1)).city).toBe('Kisumu');
  expect(bench.grist.bundles).toEqual([]);
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
});

test('overwriting knowingly replaces it on both sides', async () => {
  const bench = await start();
  bench.panel.fields.overwrite('city');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none', failure: null });
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
});

test('overwriting asks again when it changed once more', async () => {
  const bench = await start();
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Eldoret' });
  bench.panel.fields.overwrite('city');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ mark: 'failed', failure: { code: 'changed', theirs: 'Eldoret' } });
});

test('dropping the draft shows theirs', async () => {
  const bench = await start();
  bench.panel.fields.discard('city');
  expect(bench.field('city')).toMatchObject({ value: 'Kisumu', draft: null, failure: null });
});

test('another field changed by somebody else is no conflict, and its cell follows', async () => {
  const bench = await startPanel();
  await updateContact(bench.api, bench.contactIds[1]!, { source: 'referral' });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.field('source')).toMatchObject({ value: 'referral', mark: 'none' });
  expect(bench.grist.row(1).values.source).toBe('referral');
});

test('somebody else writing the same value is no conflict and needs no request', async () => {
  const bench = await startPanel();
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Nairobi' });
  bench.requests();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(bench.grist.row(1).values.city).toBe('Nairobi');
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
});

test('a refresh while somebody types does not hide that the value changed', async () => {
  const bench = await startPanel();
  bench.panel.fields.keepDraft('city', 'Nairob');
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Kisumu' });
  bench.panel.refresh();
  await pass(500);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ mark: 'failed', draft: 'Nairobi', failure: { code: 'changed' } });
});
