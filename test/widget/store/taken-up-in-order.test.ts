import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FieldKey } from '../../../sync/fields.ts';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
  lendStorage();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const offline = (isOffline: boolean) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(!isOffline);
  window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
};

/** Fields and texts that HighLevel was given, in the order of arrival. */
const given = (bench: Bench) =>
  bench.memory
    .entries()
    .flatMap(({ contactId, what, to, result }) => (result === 'saved' ? [[contactId, what, to]] : []));

const keys: readonly FieldKey[] = ['city', 'lastName', 'address1', 'postalCode', 'state', 'website', 'firstName'];

async function start() {
  const bench = await startPanel();
  await pass(500);
  return bench;
}

async function editOffline(bench: Bench) {
  const made: [string, string, string][] = [];
  for (const rowId of [1, 2, 3]) {
    bench.grist.select(rowId);
    await pass(2000);
  }
  bench.requests();
  offline(true);
  bench.sandbox.faults.add('cut-before');
  for (const rowId of [1, 2, 3]) {
    bench.grist.select(rowId);
    await pass(1000);
    for (const key of rowId === 3 ? keys.slice(1) : keys) {
      const text = key === 'website' ? `https://example.com/${rowId}` : `${key} ${rowId}`;
      bench.panel.fields.save(key, text);
      made.push([bench.contactIds[rowId]!, key, text]);
      await pass(30_000);
    }
  }
  return made;
}

test('twenty edits of ten minutes offline outlive the tab and are made once, in order', async () => {
  const bench = await start();
  const made = await editOffline(bench);
  expect(made).toHaveLength(20);
  bench.close();
  forgetTab();
  await pass(600_000);
  bench.sandbox.faults.clear();
  offline(false);
  bench.requests();
  bench.reload();
  await pass(60_000);
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toHaveLength(20);
  for (const contactId of bench.contactIds.slice(1)) {
    const of = (edits: (string | undefined)[][]) => edits.filter(([id]) => id === contactId);
    expect(of(given(bench))).toEqual(of(made));
  }
  expect(bench.grist.row(2).values.city).toBe('city 2');
});

test('edits that are taken up while still offline wait for the network', async () => {
  const bench = await start();
  offline(true);
  bench.sandbox.faults.add('cut-before');
  bench.panel.fields.save('city', 'Nairobi');
  await pass(60_000);
  bench.close();
  forgetTab();
  bench.reload();
  await pass(60_000);
  expect(bench.panel.status.value).toEqual({ kind: 'offline', waiting: 1 });
  bench.sandbox.faults.clear();
  offline(false);
  await pass(2000);
  expect((await bench.contact(1)).city).toBe('Nairobi');
});

test('a refused edit stays with its reason, and edits of other fields go on', async () => {
  const bench = await start();
  offline(true);
  bench.sandbox.faults.add('cut-before');
  bench.panel.fields.save('city', 'Nairobi');
  bench.panel.fields.save('email', 'taken@example.com');
  bench.panel.fields.save('state', 'Nairobi County');
  await pass(60_000);
  bench.close();
  forgetTab();
  bench.sandbox.faults.clear();
  offline(false);
  const taken = bench.contactIds[2]!;
  const { updateContact } = await import('../../../highlevel/contacts.ts');
  await updateContact(bench.api, taken, { email: 'taken@example.com' });
  bench.reload();
  await pass(20_000);
  expect(bench.field('email')).toMatchObject({
    draft: 'taken@example.com',
    mark: 'failed',
    failure: { retryable: false },
  });
  expect(await bench.contact(1)).toMatchObject({ city: 'Nairobi', state: 'Nairobi County' });
});
