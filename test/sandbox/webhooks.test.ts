import { expect, test } from 'vitest';
import { openOAuth } from './oauth-arrange.ts';

const url = 'https://proxy.example/webhooks/highlevel';

function subscribed(status = () => 200) {
  const asking = openOAuth();
  const { webhooks } = asking.sandbox;
  const received: { body: string; signature: string | null }[] = [];
  webhooks.urls.push(url);
  webhooks.retryEvery = 1;
  webhooks.fetch = async (input, init) => {
    const request = new Request(input, init);
    received.push({ body: await request.text(), signature: request.headers.get('x-ghl-signature') });
    return new Response(null, { status: status() });
  };
  // In the order of sending: each is signed and sent on its own, so they may arrive in any order, as from HighLevel.
  const heard = async () => {
    await webhooks.settled();
    const bodies = webhooks.deliveries
      .map(({ body }) => body)
      .filter((body) => received.some((it) => it.body === body));
    return bodies.map((body) => JSON.parse(body) as Record<string, unknown>);
  };
  return { ...asking, webhooks, received, heard };
}

test('a change is told flat, with its location, time and an id of its own', async () => {
  const { ask, contact, heard, locationId } = subscribed();
  await ask('PUT', contact, { city: 'Bath', dateOfBirth: '1990-12-25' });
  expect(await heard()).toMatchObject([
    {
      type: 'ContactUpdate',
      locationId,
      id: contact.split('/').at(-1),
      city: 'Bath',
      dateOfBirth: '1990-12-25T00:00:00.000Z',
      timestamp: '2026-11-20T10:30:00.000Z',
      webhookId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ]);
});

test('the signature is Ed25519 over the exact body', async () => {
  const { ask, contact, heard, received, webhooks } = subscribed();
  await ask('POST', `${contact}/notes`, { body: 'Grüße' });
  await heard();
  const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', bytes(await webhooks.publicKey()), 'Ed25519', false, ['verify']);
  const [{ body, signature }] = received as [{ body: string; signature: string }];
  const verify = (text: string) =>
    crypto.subtle.verify('Ed25519', key, bytes(signature), new TextEncoder().encode(text));
  expect(await verify(body)).toBe(true);
  expect(await verify(`${body} `)).toBe(false);
});

test('each kind of write has its event, and an edited task has none', async () => {
  const { ask, contact, heard, sandbox, locationId } = subscribed();
  const dueDate = '2026-12-01T09:00:00Z';
  const { task } = (await ask('POST', `${contact}/tasks`, { title: 'x', dueDate, completed: false })).body;
  await ask('PUT', `${contact}/tasks/${task.id}`, { title: 'y' });
  await ask('PUT', `${contact}/tasks/${task.id}/completed`, { completed: true });
  await ask('PUT', `${contact}/tasks/${task.id}/completed`, { completed: false });
  await ask('DELETE', `${contact}/tasks/${task.id}`);
  const { note } = (await ask('POST', `${contact}/notes`, { body: 'x', title: 'Private' })).body;
  await ask('PUT', `${contact}/notes/${note.id}`, { body: 'y' });
  await ask('DELETE', `${contact}/notes/${note.id}`);
  await ask('POST', `${contact}/tags`, { tags: ['x'] });
  await ask('PUT', contact, { dnd: true, tags: [] });
  const made = (await ask('POST', '/contacts/', { locationId, email: 'ada@example.com' })).body.contact;
  await ask('DELETE', `/contacts/${made.id}`);
  const events = await heard();
  expect(events.map(({ type }) => type).toSorted()).toEqual(
    ['TaskCreate', 'TaskComplete', 'TaskDelete', 'NoteCreate', 'NoteUpdate', 'NoteDelete', 'ContactTagUpdate']
      .concat(['ContactUpdate', 'ContactTagUpdate', 'ContactDndUpdate', 'ContactCreate', 'ContactDelete'])
      .toSorted(),
  );
  const told = (type: string) => events.find((event) => event.type === type);
  expect(told('NoteCreate')).not.toHaveProperty('title');
  expect(told('TaskComplete')).not.toHaveProperty('completed');
  expect(told('ContactUpdate')).not.toHaveProperty('dateUpdated');
  expect(sandbox.webhooks.deliveries).toHaveLength(12);
});

test.each([true, false])('quirk taskWebhookWithoutContact (docs repository, issue 332): %s', async (isThin) => {
  const { ask, contact, heard, sandbox } = subscribed();
  sandbox.quirks.taskWebhookWithoutContact = isThin;
  const task = { title: 'x', body: 'y', dueDate: '2026-12-01T09:00:00Z', completed: false };
  await ask('POST', `${contact}/tasks`, task);
  const [event] = await heard();
  expect(event).toMatchObject({ type: 'TaskCreate', title: 'x' });
  expect(['contactId' in event!, 'body' in event!]).toEqual([!isThin, !isThin]);
});

test.each([true, false])('quirk inboundDndSilent (docs repository, issue 264): %s', async (isSilent) => {
  const { ask, contact, heard, sandbox } = subscribed();
  sandbox.quirks.inboundDndSilent = isSilent;
  await ask('PUT', contact, { inboundDndSettings: { all: { status: 'active' } } });
  const types = (await heard()).map(({ type }) => type);
  expect(types).toEqual(isSilent ? ['ContactUpdate'] : ['ContactUpdate', 'ContactDndUpdate']);
});

test('appointments alone are nested', async () => {
  const { ask, contact, heard, locationId } = subscribed();
  const { calendars } = (await ask('GET', `/calendars/?locationId=${locationId}`)).body;
  const draft = { contactId: contact.split('/').at(-1), locationId, startTime: '2027-06-15T09:30:00Z' };
  const calendar = calendars.find(({ calendarType }: { calendarType: string }) => calendarType === 'event');
  await ask('POST', '/calendars/events/appointments', { ...draft, calendarId: calendar.id });
  expect(await heard()).toMatchObject([{ type: 'AppointmentCreate', appointment: { contactId: draft.contactId } }]);
});

test('installing and uninstalling are told', async () => {
  const { connect, heard, sandbox, locationId } = subscribed();
  await connect();
  sandbox.uninstall(locationId);
  const appId = sandbox.info.clientId.split('-')[0];
  expect(await heard()).toMatchObject([
    { type: 'INSTALL', appId, locationId },
    { type: 'UNINSTALL', appId, locationId },
  ]);
});

test.each([
  [429, 7],
  [500, 1],
  [404, 1],
])('an answer of %i means %i tries in all', async (status, tries) => {
  const { ask, contact, received, webhooks } = subscribed(() => status);
  await ask('POST', `${contact}/notes`, { body: 'x' });
  await webhooks.settled();
  expect(received).toHaveLength(tries);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
});
