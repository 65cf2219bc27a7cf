import { expect, test } from 'vitest';
import { searchContacts } from '../../highlevel/contact-search.ts';
import { createContact, deleteContact } from '../../highlevel/contacts.ts';
import { collect } from '../../highlevel/pages.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

test('lists every contact of the location once', async () => {
  const { api, locationId, contactIds } = overSandbox();

  const found = await collect(searchContacts(api, { locationId, pageSize: 7 }));
  expect(found.map(({ id }) => id).sort()).toEqual([...contactIds].sort());
});

test('lists each contact once while others are added and deleted', async () => {
  const { api, locationId, contactIds } = overSandbox();
  const gone = new Set<string>();
  const given: string[] = [];

  for await (const { id } of searchContacts(api, { locationId, pageSize: 7 })) {
    given.push(id);
    if (given.length % 7 !== 0 || given.length > 35) continue;
    await createContact(api, locationId, { firstName: `New ${given.length}` });
    for (const place of [given.length - 1, given.length + 3]) {
      const contactId = contactIds[place] as string;
      if (gone.has(contactId)) continue;
      gone.add(contactId);
      await deleteContact(api, contactId);
    }
  }
  expect(new Set(given).size).toBe(given.length);
  expect(contactIds.filter((id) => !gone.has(id)).every((id) => given.includes(id))).toBe(true);
});

test('searches by words, filters and order', async () => {
  const { api, locationId } = overSandbox();
  await createContact(api, locationId, { firstName: 'Zoltan', city: 'Szeged' });
  await createContact(api, locationId, { firstName: 'Zoltana', city: 'Szeged' });

  const byWords = await collect(searchContacts(api, { locationId, query: 'zoltan' }));
  expect(byWords).toHaveLength(2);
  const filters = [{ field: 'city', operator: 'eq', value: 'Szeged' }];
  const sort = [{ field: 'firstNameLowerCase', direction: 'asc' }] as const;
  const byFilter = await collect(searchContacts(api, { locationId, filters, sort, pageSize: 1 }));
  expect(byFilter.map(({ firstName }) => firstName)).toEqual(['Zoltan', 'Zoltana']);
});

test('shortens a query that is longer than HighLevel accepts', async () => {
  const { api, locationId } = overSandbox();

  expect(await collect(searchContacts(api, { locationId, query: 'x'.repeat(200) }))).toEqual([]);
});

test('fails with rejected on a field that HighLevel cannot search', async () => {
  const { api, locationId } = overSandbox();

  const filters = [{ field: 'contact_name', operator: 'eq', value: 'Ada' }];
  expect(await failure(collect(searchContacts(api, { locationId, filters })))).toMatchObject({
    code: 'rejected',
    details: { complaints: ['Invalid field contact_name'] },
  });
});

test('stops between pages when it is aborted', async () => {
  const { api, sent, locationId } = overSandbox();
  const controller = new AbortController();
  const reading = (async () => {
    for await (const _ of searchContacts(api, { locationId, pageSize: 7 }, { signal: controller.signal }))
      controller.abort();
  })();

  expect(await failure(reading)).toMatchObject({ name: 'AbortError' });
  expect(sent.length).toBeLessThanOrEqual(2);
});
