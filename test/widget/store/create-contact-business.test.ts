import { beforeEach, expect, test, vi } from 'vitest';
import { type Business, listBusinesses, setBusiness } from '../../../highlevel/businesses.ts';
import { createApi } from '../../../highlevel/client.ts';
import { collect } from '../../../highlevel/pages.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { type FieldKey, fieldKeys } from '../../../sync/fields.ts';
import { sandboxFetch } from '../../helpers/sandbox-fetch.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/contact-work/contact-work.ts';
import { noor, startMaking } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Row 9 says by name which business its contact belongs to. */
async function start() {
  const sandbox = createSandbox({ contacts: 50 });
  const { token, locationId } = sandbox.info;
  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  const businesses = listBusinesses(api, locationId);
  const [business, other] = (await collect(businesses)) as [Business, Business];
  const mapped = [...fieldKeys, 'business'] as FieldKey[];
  const desk = await startMaking({ sandbox, mapped, values: { ...noor, business: business.name } as typeof noor });
  const binding = { colId: 'business', field: 'business', direction: 'both', onConflict: 'ask' } as const;
  desk.bench.grist.setOptions({
    sync: {
      bindings: [{ ...binding, transform: { kind: 'business', by: 'name' } }],
      onConflict: 'ask',
      automatic: true,
    },
  });
  return { ...desk, api, locationId, business, other };
}

test('a contact made of a row belongs to the business that the row names', async () => {
  const { linking, settle, made, business, log } = await start();
  linking.create();
  await settle();
  expect((await made()).businessId).toBe(business.id);
  expect(log()).toEqual(['contact saved', 'field saved', 'link saved']);
});

test('a business that HighLevel refuses keeps no contact from its row', async () => {
  const { bench, linking, settle, made, log } = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/bulk/business', status: 422 });
  linking.create();
  await settle();
  expect((await made()).businessId).toBe('');
  expect(log()).toEqual(['contact saved', 'field refused', 'link saved']);
});

test('a business that somebody chose while the link had to wait stays', async () => {
  const { bench, linking, settle, made, other, api, locationId } = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/bulk/business', status: 422, times: 1 });
  bench.grist.refuse('linkRow', 'unknown');
  linking.create();
  await settle();
  const { creation } = linking;
  const contactId = creation.value.step === 'not-linked' ? creation.value.contactId : '';
  await setBusiness(api, locationId, [contactId], other.id);
  linking.create();
  await settle();
  expect((await made()).businessId).toBe(other.id);
});
