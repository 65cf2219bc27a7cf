import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import { syncContact } from '../../engine/sync-contact.ts';
import { createContactTable } from '../../grist/contact-table.ts';
import { createRestDoc } from '../../grist/rest.ts';
import { createApi } from '../../highlevel/client.ts';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { createSandbox } from '../../sandbox/app.ts';
import type { FieldRule } from '../../sync/plan.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import { createGristRest } from '../helpers/grist-memory/rest.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';
import { createPorts } from '../helpers/ports.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createTestState } from '../helpers/state.ts';

const ruleOf = (field: FieldRef): FieldRule => {
  const traits = traitsOf(field, []);
  if (!traits) throw new Error(`no field ${field}`);
  return { direction: 'both', onConflict: 'ask', traits, transform: { kind: 'as-is' } };
};

/** A document behind its REST API and a location, as a server has them: no browser, no panel. */
async function start() {
  const { info, app } = ((sandbox) => ({ info: sandbox.info, app: sandbox }))(createSandbox({ contacts: 3 }));
  const api = createApi(
    { via: 'direct', url: 'https://highlevel.test', token: info.token },
    { fetch: sandboxFetch(app) },
  );
  const ids = info.contactIds.slice(0, 3);
  const column = (cells: readonly string[]) => ({ type: 'Text', cells });
  const document = documentWith({
    People: { Contact: column(ids), City: column(['', '', '']), Source: column(['', '', '']) },
  });
  const { fetch, docId, key } = createGristRest(document);
  const contacts = createContactTable(createRestDoc({ url: 'https://grist.test', docId, key, fetch }), {
    tableId: 'People',
    contactIdColumn: 'Contact',
    bound: new Map([
      ['city', 'City'],
      ['source', 'Source'],
    ]),
  });
  const { state } = await createTestState();
  const rules = new Map((['city', 'source'] as const).map((field) => [field, ruleOf(field)]));
  const ports = createPorts({ api, locationId: info.locationId, state, contacts, mapping: { rules } });
  const city = (row: number) => document.fetch('People').City?.[row - 1];
  const type = (row: number, text: string) => document.apply([['UpdateRecord', 'People', row, { City: text }]]);
  return {
    api,
    ids,
    ports,
    city,
    type,
    inHighLevel: async (row: number) => (await getContact(api, ids[row - 1]!)).city,
  };
}

const options = { holder: 'worker', signal: new AbortController().signal, paced: <T>(job: () => Promise<T>) => job() };

test('a server pulls, pushes, meets a conflict and leaves both sides equal', async () => {
  const { api, ids, ports, city, type, inHighLevel } = await start();
  const syncAll = async () => {
    for await (const _ of run(ports, { kind: 'sync', contactIds: ids }, null, options));
  };
  for (const id of ids) await updateContact(api, id, { city: 'Nairobi' });
  type(1, 'Nairobi');
  await syncAll();
  expect(city(1)).toBe('Nairobi');

  type(1, 'Kisumu');
  await syncAll();
  expect([city(1), await inHighLevel(1)]).toEqual(['Kisumu', 'Kisumu']);

  await updateContact(api, ids[0]!, { city: 'Thika' });
  await syncAll();
  expect([city(1), await inHighLevel(1)]).toEqual(['Thika', 'Thika']);

  type(1, 'Nakuru');
  await updateContact(api, ids[0]!, { city: 'Eldoret' });
  const met = await syncContact(ports, { contactId: ids[0]! }, { holder: 'worker', sends: true });
  expect(met.kind === 'synced' && met.look.plans[0]?.fields.get('city')).toMatchObject({
    kind: 'conflict',
    grist: 'Nakuru',
    highlevel: 'Eldoret',
  });
  expect([city(1), await inHighLevel(1)]).toEqual(['Nakuru', 'Eldoret']);

  type(1, 'Eldoret');
  await syncAll();
  expect([city(1), await inHighLevel(1)]).toEqual(['Eldoret', 'Eldoret']);
});
