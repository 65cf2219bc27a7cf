import { expect, test } from 'vitest';
import { type Asking, openSandbox } from './ask.ts';

/** Two contacts of the location, as they are read. */
async function withTwo(asking: Asking) {
  const { ask, sandbox } = asking;
  const [one, other] = await Promise.all(
    sandbox.info.contactIds.slice(0, 2).map(async (id) => (await ask('GET', `/contacts/${id}`)).body.contact),
  );
  const upsert = (body: object) => ask('POST', '/contacts/upsert', { locationId: asking.locationId, ...body });
  const read = async (id: string) => (await ask('GET', `/contacts/${id}`)).body.contact;
  return { one, other, upsert, read };
}

test('an unknown person is made, with 200 and new', async () => {
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
  const asking = openSandbox();
  const { one, other, upsert, read } = await withTwo(asking);
  expect((await upsert({ email: one.email, phone: other.phone })).body.contact.id).toBe(one.id);
  expect((await read(one.id)).phone).toBe(one.phone);
  asking.sandbox.state.locations.get(asking.locationId)!.duplicatePriority = 'phone';
  expect((await upsert({ email: one.email, phone: other.phone })).body.contact.id).toBe(other.id);
  expect((await read(other.id)).email).toBe(other.email);
});

test('a duplicate is made only where the location allows it and the caller asks for it', async () => {
  const asking = openSandbox();
  const { one, upsert } = await withTwo(asking);
  const again = { email: one.email, createNewIfDuplicateAllowed: true };
  expect((await upsert(again)).body.new).toBe(false);
  asking.sandbox.state.locations.get(asking.locationId)!.details.settings = { allowDuplicateContact: true };
  expect((await upsert({ email: one.email })).body.new).toBe(false);
  expect((await upsert(again)).body.new).toBe(true);
});

test('quirk upsertReplacesPrimaryEmail (docs repository, issue 337): the old primary address is lost', async () => {
  const asking = openSandbox();
  const { one, upsert, read } = await withTwo(asking);
  const record = asking.sandbox.state.locations.get(asking.locationId)!.contacts.get(one.id)!;
  record.additionalEmails = ['second@example.com'];
  await upsert({ email: 'second@example.com', firstName: 'Ada' });
  expect(await read(one.id)).toMatchObject({ email: 'second@example.com', additionalEmails: [] });
});

test('without that quirk the primary address stays', async () => {
  const asking = openSandbox({ quirks: { upsertReplacesPrimaryEmail: false } });
  const { one, upsert, read } = await withTwo(asking);
  asking.sandbox.state.locations.get(asking.locationId)!.contacts.get(one.id)!.additionalEmails = [
    'second@example.com',
  ];
  await upsert({ email: 'second@example.com', firstName: 'Ada' });
  expect(await read(one.id)).toMatchObject({ email: one.email, additionalEmails: ['second@example.com'] });
});

test('quirk upsertDropsTakenPhone (docs repository, issue 37): a phone of another contact is dropped in silence', async () => {
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
