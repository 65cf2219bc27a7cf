import { expect, test } from 'vitest';
import { type OpenedSandbox, openSandbox } from './open-sandbox.ts';

/** Two contacts of the location, as they are read. */
async function withTwo(opened: OpenedSandbox) {
  const { send, sandbox } = opened;
  const [one, other] = await Promise.all(
    sandbox.info.contactIds.slice(0, 2).map(async (id) => (await send('GET', `/contacts/${id}`)).body.contact),
  );
  const upsert = (body: object) => send('POST', '/contacts/upsert', { locationId: opened.locationId, ...body });
  const read = async (id: string) => (await send('GET', `/contacts/${id}`)).body.contact;
  return { one, other, upsert, read };
}

test('an unknown person is created, with 200 and new', async () => {
  const { upsert, read } = await withTwo(openSandbox());
  const made = await upsert({ email: 'new@example.com', firstName: 'New' });
  expect(made).toMatchObject({ status: 200, body: { new: true, contact: { name: 'New', email: 'new@example.com' } } });
  expect(await read(made.body.contact.id)).toMatchObject({ firstName: 'New' });
});

test('a known e-mail updates its contact and replaces all of its tags', async () => {
  const { one, upsert, read } = await withTwo(openSandbox());
  const updated = await upsert({ email: one.email, city: 'Bath', tags: ['only'] });
  expect(updated.body).toMatchObject({ new: false, contact: { id: one.id } });
  expect(await read(one.id)).toMatchObject({ city: 'Bath', tags: ['only'], firstName: one.firstName });
});

test('with two matches the first field of the location wins and the other is ignored', async () => {
  const opened = openSandbox();
  const { one, other, upsert, read } = await withTwo(opened);
  expect((await upsert({ email: one.email, phone: other.phone })).body.contact.id).toBe(one.id);
  expect((await read(one.id)).phone).toBe(one.phone);
  opened.sandbox.state.locations.get(opened.locationId)!.duplicatePriority = 'phone';
  expect((await upsert({ email: one.email, phone: other.phone })).body.contact.id).toBe(other.id);
  expect((await read(other.id)).email).toBe(other.email);
});

test('a duplicate is created only if the location allows it and the caller requests it', async () => {
  const opened = openSandbox();
  const { one, upsert } = await withTwo(opened);
  const again = { email: one.email, createNewIfDuplicateAllowed: true };
  expect((await upsert(again)).body.new).toBe(false);
  opened.sandbox.state.locations.get(opened.locationId)!.details.settings = { allowDuplicateContact: true };
  expect((await upsert({ email: one.email })).body.new).toBe(false);
  expect((await upsert(again)).body.new).toBe(true);
});

test('quirk upsertReplacesPrimaryEmail (docs repository, issue 337): the old primary address is lost', async () => {
  const opened = openSandbox();
  const { one, upsert, read } = await withTwo(opened);
  const record = opened.sandbox.state.locations.get(opened.locationId)!.contacts.get(one.id)!;
  record.additionalEmails = ['second@example.com'];
  await upsert({ email: 'second@example.com', firstName: 'Ada' });
  expect(await read(one.id)).toMatchObject({ email: 'second@example.com', additionalEmails: [] });
});

test('without that quirk the primary address stays', async () => {
  const opened = openSandbox({ quirks: { upsertReplacesPrimaryEmail: false } });
  const { one, upsert, read } = await withTwo(opened);
  opened.sandbox.state.locations.get(opened.locationId)!.contacts.get(one.id)!.additionalEmails = [
    'second@example.com',
  ];
  await upsert({ email: 'second@example.com', firstName: 'Ada' });
  expect(await read(one.id)).toMatchObject({ email: one.email, additionalEmails: ['second@example.com'] });
});

test('quirk upsertDropsTakenPhone (docs repository, issue 37): a phone of another contact is ignored silently', async () => {
  const { one, other, upsert, read } = await withTwo(openSandbox());
  expect(await upsert({ email: one.email, phone: other.phone })).toMatchObject({ status: 200 });
  expect((await read(one.id)).phone).toBe(one.phone);
});

test('without that quirk a phone of another contact is refused', async () => {
  const { one, other, upsert } = await withTwo(openSandbox({ quirks: { upsertDropsTakenPhone: false } }));
  expect(await upsert({ email: one.email, phone: other.phone })).toMatchObject({
    status: 400,
    body: { meta: { contactId: other.id, matchingField: 'phone' } },
  });
});
