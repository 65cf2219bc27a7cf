import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

interface Found {
  id: string;
  searchAfter: [number, string];
}

const idsOf = (contacts: Found[]) => contacts.map(({ id }) => id);

test('search lists the newest first, page by page, and counts all', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const first = await send('POST', '/contacts/search', { locationId, pageLimit: 25 });
  expect(first.status).toBe(200);
  expect(first.body.total).toBe(60);
  const second = await send('POST', '/contacts/search', { locationId, pageLimit: 25, page: 2 });
  const third = await send('POST', '/contacts/search', { locationId, pageLimit: 25, page: 3 });
  const all = [first, second, third].flatMap(({ body }) => idsOf(body.contacts));
  expect(new Set(all)).toEqual(new Set(sandbox.info.contactIds));
  expect(third.body.contacts).toHaveLength(10);
});

test('cursors reach each contact once while others are added', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const seen: string[] = [];
  let searchAfter: [number, string] | undefined;
  for (;;) {
    const { body } = await send('POST', '/contacts/search', { locationId, pageLimit: 17, searchAfter });
    if (body.contacts.length === 0) break;
    seen.push(...idsOf(body.contacts));
    searchAfter = body.contacts.at(-1).searchAfter;
    await send('POST', '/contacts/', { locationId, email: `new${seen.length}@example.com` });
  }
  expect(seen.toSorted()).toEqual(sandbox.info.contactIds.toSorted());
});

test('the free text finds names, e-mails and phones', async () => {
  const { send, contact, locationId } = openSandbox();
  const { id, name, email, phone } = (await send('GET', contact)).body.contact;
  for (const query of [name.toUpperCase(), email.slice(0, 12), phone.slice(-7)]) {
    const { body } = await send('POST', '/contacts/search', { locationId, pageLimit: 10, query });
    expect(idsOf(body.contacts)).toContain(id);
  }
});

test.each([
  { field: 'tags', operator: 'contains', value: 'blue' },
  { field: 'tags', operator: 'eq', value: ['blue moon'] },
  { field: 'assignedTo', operator: 'not_exists' },
  { field: 'dateAdded', operator: 'range', value: { gte: Date.parse('2026-11-20T10:30:00Z') } },
  {
    group: 'OR',
    filters: [
      { field: 'firstNameLowerCase', operator: 'eq', value: 'ada' },
      { field: 'tags', operator: 'eq', value: 'blue moon' },
    ],
  },
])('the filter %j finds its contacts', async (filter) => {
  const { send, locationId } = openSandbox();
  await send('POST', '/contacts/', { locationId, firstName: 'Ada', email: 'ada@example.com', tags: ['blue moon'] });
  const { body } = await send('POST', '/contacts/search', {
    locationId,
    pageLimit: 100,
    query: 'ada@',
    filters: [filter],
  });
  expect(body.contacts).toMatchObject([{ firstName: 'Ada' }]);
  const none = { field: 'email', operator: 'not_exists' };
  const both = await send('POST', '/contacts/search', { locationId, pageLimit: 100, filters: [filter, none] });
  expect(idsOf(both.body.contacts)).not.toContain(body.contacts[0].id);
});

test('a custom field filters by its id', async () => {
  const { send, contact, locationId } = openSandbox();
  const { customFields } = (await send('GET', `/locations/${locationId}/customFields`)).body;
  const { id } = customFields.find((field: { dataType: string }) => field.dataType === 'TEXT');
  await send('PUT', contact, { customFields: [{ id, field_value: 'Zebra' }] });
  const filters = [{ field: `customFields.${id}`, operator: 'eq', value: 'zebra' }];
  const { body } = await send('POST', '/contacts/search', { locationId, pageLimit: 5, filters });
  expect(idsOf(body.contacts)).toEqual([contact.split('/').at(-1)]);
});

test.each([
  [{}, 422],
  [{ pageLimit: 501 }, 422],
  [{ pageLimit: 10, query: 'x'.repeat(76) }, 422],
  [{ pageLimit: 10, fields: [] }, 422],
  [{ pageLimit: 500, page: 21 }, 400],
  [{ pageLimit: 10, filters: [{ field: 'contact_name', operator: 'eq', value: 'x' }] }, 400],
  [{ pageLimit: 10, sort: [{ field: 'contact_name', direction: 'asc' }] }, 400],
])('a search with %j is refused with %i', async (body, status) => {
  const { send, locationId } = openSandbox();
  expect((await send('POST', '/contacts/search', { locationId, ...body })).status).toBe(status);
});

test('a search without a location is refused with 422', async () => {
  const { send } = openSandbox();
  expect((await send('POST', '/contacts/search', { pageLimit: 10 })).status).toBe(422);
});

test('an item of a search has its own names and a cursor', async () => {
  const { send, locationId } = openSandbox();
  const { body } = await send('POST', '/contacts/search', { locationId, pageLimit: 1 });
  const [item] = body.contacts;
  expect(Object.keys(item)).toEqual(
    expect.arrayContaining(['address', 'businessName', 'searchAfter', 'opportunities']),
  );
  expect(item).not.toHaveProperty('address1');
  expect(item.searchAfter).toEqual([Date.parse(item.dateAdded), item.id]);
});

test('while the index lags, search returns the old values and reads the current ones', async () => {
  const { send, contact, locationId, sandbox, pass } = openSandbox();
  const before = (await send('GET', contact)).body.contact;
  sandbox.faults.add('index-lag', { ms: 4_000 });
  await send('PUT', contact, { firstName: 'Changed' });
  const made = await send('POST', '/contacts/', { locationId, email: 'fresh@example.com' });
  const search = async () =>
    (await send('POST', '/contacts/search', { locationId, pageLimit: 100 })).body.contacts as (Found & {
      firstName: string;
    })[];
  const shown = await search();
  expect(shown.find(({ id }) => id === before.id)?.firstName).toBe(before.firstName);
  expect(idsOf(shown)).not.toContain(made.body.contact.id);
  expect((await send('GET', contact)).body.contact.firstName).toBe('Changed');
  pass(4_000);
  const later = await search();
  expect(later.find(({ id }) => id === before.id)?.firstName).toBe('Changed');
  expect(idsOf(later)).toContain(made.body.contact.id);
});

test('with quirks, search gives its first pages in turn, and shorter pages than requested', async () => {
  const { send, locationId } = openSandbox({ quirks: { searchPagesInTurn: 2, searchPageAtMost: 10 } });
  const pages: string[][] = [];
  let searchAfter: [number, string] | undefined;
  for (let page = 0; page < 4; page++) {
    const { body } = await send('POST', '/contacts/search', { locationId, pageLimit: 25, searchAfter });
    pages.push(idsOf(body.contacts));
    searchAfter = body.contacts.at(-1).searchAfter;
  }
  expect(pages[0]).toHaveLength(10);
  expect(new Set(pages.flat()).size).toBe(20);
  expect(pages.slice(2)).toEqual(pages.slice(0, 2));
});
