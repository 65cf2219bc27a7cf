import { expect, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { openStorage } from '../../proxy/storage.ts';
import type { Turns } from '../../proxy/writes/turns.ts';
import { createSandbox, type Sandbox } from '../../sandbox/app.ts';
import { newDatabase } from '../helpers/databases.ts';
import { postgresFolder } from '../helpers/postgres.ts';
import { proxyFetch } from '../helpers/proxy-fetch.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createWriter, outcomes, saveTwice } from '../helpers/two-writers.ts';

/** Two clients before one proxy, or each before its own on one database. */
async function arrange(proxies: 'one proxy' | 'two proxies on one Postgres', latency = 0) {
  const sandbox: Sandbox = createSandbox({ contacts: 2 });
  if (latency > 0) sandbox.faults.add('latency', { ms: latency });
  const url = 'http://127.0.0.1';
  const api = async (turns?: Turns) =>
    createApi({ via: 'proxy', url, session: async () => 's' }, { fetch: await proxyFetch(sandbox, turns) });
  const at = { locationId: sandbox.info.locationId, contactId: sandbox.info.contactIds[0] ?? '' };
  if (proxies === 'one proxy') {
    const only = await api();
    return { sandbox, at, apis: [only, only] as const, close: async () => {} };
  }
  const database = await newDatabase('Postgres');
  const secret = 'a-secret-for-tests-of-at-least-32-characters';
  const storages = await Promise.all([openStorage(database, secret), openStorage(database, secret)]);
  const [one, other] = await Promise.all(storages.map(({ turns }) => api(turns)));
  if (!one || !other) throw new RangeError();
  const close = async () => void (await Promise.all(storages.map((storage) => storage.close())));
  return { sandbox, at, apis: [one, other] as const, close };
}

const proxies = ['one proxy', ...(postgresFolder ? (['two proxies on one Postgres'] as const) : [])] as const;
const cases = proxies.flatMap((kind) =>
  [
    [0, 0],
    [5, 0],
    [15, 30],
    [30, 30],
    [0, 300],
    [300, 300],
  ].map(([gap = 0, latency = 0]) => ({ kind, gap, latency })),
);

test.each(cases)(
  '$kind: of two saves $gap ms apart at $latency ms latency none is lost',
  async ({ kind, gap, latency }) => {
    const { apis, at, close } = await arrange(kind, latency);
    const { answers, city } = await saveTwice(apis, at, gap);
    expect(answers).toEqual(outcomes(city));
    await close();
  },
);

test('saves of different fields of a contact at once both take effect', async () => {
  const { apis, at } = await arrange('one proxy', 20);
  const before = await getContact(apis[0], at.contactId);
  const [one, other] = await Promise.all(apis.map((api) => createWriter(api, at.locationId, at.contactId)));
  const answers = await Promise.all([
    one?.({ field: 'city', value: 'Aarhus' }, before.city),
    other?.({ field: 'source', value: 'Fair' }, before.source),
  ]);
  expect(answers).toEqual(['saved', 'saved']);
  expect(await getContact(apis[0], at.contactId)).toMatchObject({ city: 'Aarhus', source: 'Fair' });
});

test('the same value saved twice at once is no conflict', async () => {
  const { apis, at } = await arrange('one proxy', 20);
  const { city } = await getContact(apis[0], at.contactId);
  const [one, other] = await Promise.all(apis.map((api) => createWriter(api, at.locationId, at.contactId)));
  expect(await Promise.all([one, other].map((save) => save?.({ field: 'city', value: 'Aarhus' }, city)))).toEqual([
    'saved',
    'saved',
  ]);
});

test('a value that HighLevel stored in its own form is no conflict for the next save', async () => {
  const { apis, at } = await arrange('one proxy');
  const save = await createWriter(apis[0], at.locationId, at.contactId);
  const { email } = await getContact(apis[0], at.contactId);
  expect(await save({ field: 'email', value: 'Noor@Example.com' }, email)).toBe('saved');
  const stored = (await getContact(apis[0], at.contactId)).email;
  expect(await save({ field: 'email', value: 'noor@example.org' }, stored)).toBe('saved');
});

test('a value that a user of HighLevel changed meanwhile is replaced by who has seen it', async () => {
  const { apis, at, sandbox } = await arrange('one proxy');
  const save = await createWriter(apis[0], at.locationId, at.contactId);
  const { city } = await getContact(apis[0], at.contactId);
  await save({ field: 'city', value: 'Aarhus' }, city);
  const direct = createApi(
    { via: 'direct', url: 'https://highlevel.test', token: sandbox.info.token },
    { fetch: sandboxFetch(sandbox) },
  );
  await updateContact(direct, at.contactId, { city: 'Cork' });
  expect(await save({ field: 'city', value: 'Dresden' }, 'Cork')).toBe('saved');
  expect((await getContact(direct, at.contactId)).city).toBe('Dresden');
});
