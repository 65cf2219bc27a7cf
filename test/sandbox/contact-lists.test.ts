import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

const ids = (contacts: { id: string }[]) => contacts.map(({ id }) => id);

test('the deprecated list has pages of twenty, and its meta leads to the next', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const seen: string[] = [];
  let cursor: object = {};
  for (;;) {
    const { body } = await send('GET', `/contacts/?${new URLSearchParams({ locationId, ...cursor })}`);
    expect(body.contacts.length).toBeLessThanOrEqual(20);
    expect(body.meta.total).toBe(60);
    seen.push(...ids(body.contacts));
    if (body.meta.nextPage === null) break;
    cursor = { startAfter: body.meta.startAfter, startAfterId: body.meta.startAfterId };
  }
  expect(seen.toSorted()).toEqual(sandbox.info.contactIds.toSorted());
});

test('a list without its location is 403 (n8n, issue 11353)', async () => {
  const { send } = openSandbox();
  expect((await send('GET', '/contacts/')).status).toBe(403);
});

test('a list of more than a hundred is refused', async () => {
  const { send, locationId } = openSandbox();
  expect((await send('GET', `/contacts/?locationId=${locationId}&limit=101`)).status).toBe(422);
});

test('an item of the list has attributions in the plural and followers', async () => {
  const { send, locationId } = openSandbox();
  const [item] = (await send('GET', `/contacts/?locationId=${locationId}`)).body.contacts;
  expect(item).toMatchObject({ attributions: [], followers: [], locationId });
});

test("a business's contacts are listed by limit and skip, sent as strings", async () => {
  const { send, locationId, sandbox } = openSandbox();
  const [business] = (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const some = sandbox.info.contactIds.slice(0, 7);
  await send('POST', '/contacts/bulk/business', { locationId, ids: some, businessId: business.id });
  const path = `/contacts/business/${business.id}?locationId=${locationId}`;
  const all = await send('GET', path);
  expect(all.body.count).toBe(all.body.contacts.length);
  expect(ids(all.body.contacts)).toEqual(expect.arrayContaining(some));
  const pages = [await send('GET', `${path}&limit=4`), await send('GET', `${path}&limit=4&skip=4`)];
  expect(pages.flatMap(({ body }) => ids(body.contacts))).toEqual(ids(all.body.contacts).slice(0, 8));
});

test('v3 pages through them by a cursor of name and id', async () => {
  const { send, locationId, sandbox } = openSandbox();
  const [business] = (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses;
  const some = sandbox.info.contactIds.slice(0, 5);
  await send('POST', '/contacts/bulk/business', { locationId, ids: some, businessId: business.id });
  const path = `/contacts/business/${business.id}?locationId=${locationId}&limit=2`;
  const [, second] = (await send('GET', path, undefined, { version: 'v3' })).body.contacts;
  const startAfter = `${second.firstName} ${second.lastName},${second.id}`;
  const next = await send('GET', `${path}&${new URLSearchParams({ startAfter })}`, undefined, { version: 'v3' });
  const third = await send('GET', `${path}&skip=2`);
  expect(ids(next.body.contacts)).toEqual(ids(third.body.contacts));
});
