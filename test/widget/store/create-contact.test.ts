import { beforeEach, expect, test, vi } from 'vitest';
import { noor, startLinking, startMaking, stranger } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a contact is made of the mapped columns, and its id written into the row', async () => {
  const { bench, linking, row, made, log, settle } = await startLinking({
    values: { ...noor, companyName: 'Cedar Street Bakery', city: 'Leeds', country: 'gb', dateOfBirth: '1990-04-01' },
  });
  await settle();
  expect(linking.columns.value).toBe(7);
  linking.create();
  await settle();
  expect(row().contactId).not.toBe('');
  expect(await made()).toMatchObject({
    ...{ ...noor, companyName: 'Cedar Street Bakery', city: 'Leeds', country: 'GB', dateOfBirth: '1990-04-01' },
  });
  expect(bench.panel.screen.value.kind).toBe('contact');
  expect(bench.panel.notices.toast.value?.code).toBe('contact-created');
  expect(log()).toEqual(['contact saved', 'link saved']);
});

test('a second click makes no second contact', async () => {
  const { linking, row, creates, settle } = await startLinking();
  linking.create();
  linking.create();
  await settle();
  linking.create();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(row().contactId).not.toBe('');
});

test('values go through the transforms of their columns', async () => {
  const { bench, linking, made, settle } = await startLinking({ values: { ...noor, phone: '020 7946 0182' } });
  bench.grist.setOptions({
    sync: {
      onConflict: 'ask',
      automatic: true,
      bindings: [
        {
          ...{ colId: 'phone', field: 'phone', direction: 'both', onConflict: 'ask' },
          transform: { kind: 'phone', country: 'GB', inGrist: 'national' },
        },
        {
          ...{ colId: 'name', field: 'name', direction: 'both', onConflict: 'ask' },
          transform: { kind: 'name', order: 'last-first' },
        },
      ],
    },
  });
  bench.grist.change(9, { values: { name: 'Haddad, Noor' } });
  linking.create();
  await settle();
  expect(await made()).toMatchObject({ name: 'Noor Haddad', phone: '+442079460182' });
});

test('a column that only takes from HighLevel says nothing about a new contact', async () => {
  const { bench, linking, made, settle } = await startLinking({ values: { ...noor, city: 'Leeds' } });
  const binding = { colId: 'city', field: 'city', direction: 'to-grist', onConflict: 'ask' } as const;
  bench.grist.setOptions({
    sync: { onConflict: 'ask', automatic: true, bindings: [{ ...binding, transform: { kind: 'as-is' } }] },
  });
  linking.create();
  await settle();
  expect((await made()).city).toBe('');
});

test('a row with neither e-mail nor phone is told what is needed', async () => {
  const { linking, creates, settle } = await startLinking({ values: { name: 'Call back' } });
  linking.create();
  await settle();
  expect(linking.creation.value).toEqual({ step: 'incomplete', unnamed: true, obstacles: [] });
  expect(creates()).toEqual([]);
});

test('what HighLevel would refuse is named before anything is sent', async () => {
  const { linking, creates, settle } = await startLinking({ values: { ...noor, email: 'noor@', phone: '12' } });
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({
    step: 'incomplete',
    unnamed: false,
    obstacles: [{ field: 'email' }, { field: 'phone' }],
  });
  expect(creates()).toEqual([]);
});

test('somebody with the same e-mail is offered instead, also one with the same phone', async () => {
  const { bench, linking, creates, settle } = await startLinking({ values: { name: 'Noor' } });
  const [one, other] = [await stranger({ bench }, 20), await stranger({ bench }, 21)];
  bench.grist.change(9, { values: { email: one.email, phone: other.phone } });
  linking.create();
  await settle();
  const shown = linking.creation.value;
  expect(shown).toMatchObject({ step: 'duplicates', mayCreate: false });
  expect(shown.step === 'duplicates' && shown.candidates.map(({ contact }) => contact.id)).toEqual([one.id, other.id]);
  linking.create(true);
  await settle();
  expect(linking.creation.value.step).toBe('duplicates');
  expect(creates()).toEqual([]);
});

test('the one who is offered instead can be linked', async () => {
  const { bench, linking, row, settle } = await startLinking({ values: { name: 'Noor' } });
  const { id, email } = await stranger({ bench });
  bench.grist.change(9, { values: { email } });
  linking.create();
  await settle();
  linking.link(id);
  await settle();
  expect(row().contactId).toBe(id);
});

test('where the location allows it, a person may make another one all the same', async () => {
  const { bench, row, creates, settle } = await startLinking({ values: { name: 'Noor' } });
  const location = bench.sandbox.state.locations.get(bench.sandbox.info.locationId)!;
  location.details.settings = { ...location.details.settings, allowDuplicateContact: true };
  bench.reload();
  const reopened = await bench.panel.linking.load();
  const { id, email } = await stranger({ bench });
  bench.grist.change(9, { values: { email } });
  reopened.create();
  await settle();
  expect(reopened.creation.value).toMatchObject({ step: 'duplicates', mayCreate: true });
  reopened.create(true);
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(row().contactId).not.toBe('');
  expect(row().contactId).not.toBe(id);
});

test('a contact that is gone is made anew in its place', async () => {
  const { linking, row, made, settle } = await startLinking({ contactId: 'ghost1ghost2ghost3gh' });
  await settle();
  linking.create();
  await settle();
  expect(row().contactId).not.toBe('ghost1ghost2ghost3gh');
  expect((await made()).email).toBe(noor.email);
});

test('dismissing goes back to where nothing was asked for', async () => {
  const { linking, settle } = await startLinking({ values: { name: 'Call back' } });
  linking.create();
  await settle();
  linking.dismiss();
  expect(linking.creation.value).toEqual({ step: 'idle' });
});

test.each([
  ['mailto:noor@cedarstreet.example', 'noor@cedarstreet.example'],
  ['noor\u00ad@cedarstreet.example,', 'noor@cedarstreet.example'],
  ['Noor <noor@cedarstreet.example>', 'noor@cedarstreet.example'],
])('the e-mail %j is cleaned before a contact is created', async (email, clean) => {
  const { linking, made, settle } = await startLinking({ values: { name: 'Noor Haddad', email } });
  linking.create();
  await settle();
  expect((await made()).email).toBe(clean);
});

test.each(['mailto:%', '%,', '\u200b%', 'Noor <%>'])(
  'an e-mail that HighLevel has, written as %j, makes no second contact',
  async (pattern) => {
    const { bench, linking, creates, settle } = await startLinking({ values: { name: 'Noor' } });
    const { id, email } = await stranger({ bench });
    bench.grist.change(9, { values: { email: pattern.replace('%', email) } });
    linking.create();
    await settle();
    expect(linking.creation.value).toMatchObject({ step: 'duplicates', candidates: [{ contact: { id } }] });
    expect(creates()).toEqual([]);
  },
);

test('a letter of another alphabet in an e-mail is named, and nothing is created', async () => {
  const { linking, creates, settle } = await startLinking({
    values: { ...noor, email: 'n\u043eor@cedarstreet.example' },
  });
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({
    step: 'incomplete',
    obstacles: [{ field: 'email', character: '\u043e' }],
  });
  expect(creates()).toEqual([]);
});

test('taking back a created contact clears the link, and says that the contact stays in HighLevel', async () => {
  const { bench, linking, row, inHighLevel, settle } = await startMaking();
  linking.create();
  await settle();
  bench.panel.notices.undo();
  await settle();
  expect(row().contactId).toBe('');
  expect(await inHighLevel()).not.toBeNull();
  expect(bench.panel.notices.toast.value?.code).toBe('contact-stays');
  expect(bench.panel.notices.announcement.value?.code).toBe('contact-stays');
  bench.panel.notices.redoLast();
  await settle();
  expect(row().contactId).toBe((await inHighLevel())?.id);
  expect(bench.panel.notices.toast.value?.code).toBe('redone');
});
