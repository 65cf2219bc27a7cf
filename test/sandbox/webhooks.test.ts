import { expect, test } from 'vitest';
import { openOAuth } from './oauth-arrange.ts';

const url = 'https://proxy.example/webhooks/highlevel';

function subscribed(status = () => 200) {
  const opened = openOAuth();
  const { webhooks } = opened.sandbox;
  const received: { body: string; signature: string | null }[] = [];
  webhooks.urls.push(url);
  webhooks.retryEvery = 1;
  webhooks.fetch = async (input, init) => {
    const request = new Request(input, init);
    received.push({ body: await request.text(), signature: request.headers.get('x-ghl-signature') });
    return new Response(null, { status: status() });
  };
  // In the order of sending: each is signed and sent on its own, so they may arrive in any order, as from HighLevel.
  const delivered = async () => {
    await webhooks.settled();
    const bodies = webhooks.deliveries
      .map(({ body }) => body)
      .filter((body) => received.some((it) => it.body === body));
    return bodies.map((body) => JSON.parse(body) as Record<string, unknown>);
  };
  return { ...opened, webhooks, received, delivered };
}

test('the event of a change is flat, with its location, time and its own id', async () => {
  const { send, contact, delivered, locationId } = subscribed();
  await send('PUT', contact, { city: 'Bath', dateOfBirth: '1990-12-25' });
  expect(await delivered()).toMatchObject([
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
  const { send, contact, delivered, received, webhooks } = subscribed();
  await send('POST', `${contact}/notes`, { body: 'Grüße' });
  await delivered();
  const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', bytes(await webhooks.publicKey()), 'Ed25519', false, ['verify']);
  const [{ body, signature }] = received as [{ body: string; signature: string }];
  const verify = (text: string) =>
    crypto.subtle.verify('Ed25519', key, bytes(signature), new TextEncoder().encode(text));
  expect(await verify(body)).toBe(true);
  expect(await verify(`${body} `)).toBe(false);
});

test('each kind of write has its event, and an edited task has none', async () => {
  const { send, contact, delivered, sandbox, locationId } = subscribed();
  const dueDate = '2026-12-01T09:00:00Z';
  const { task } = (await send('POST', `${contact}/tasks`, { title: 'x', dueDate, completed: false })).body;
  await send('PUT', `${contact}/tasks/${task.id}`, { title: 'y' });
  await send('PUT', `${contact}/tasks/${task.id}/completed`, { completed: true });
  await send('PUT', `${contact}/tasks/${task.id}/completed`, { completed: false });
  await send('DELETE', `${contact}/tasks/${task.id}`);
  const { note } = (await send('POST', `${contact}/notes`, { body: 'x', title: 'Private' })).body;
  await send('PUT', `${contact}/notes/${note.id}`, { body: 'y' });
  await send('DELETE', `${contact}/notes/${note.id}`);
  await send('POST', `${contact}/tags`, { tags: ['x'] });
  await send('PUT', contact, { dnd: true, tags: [] });
  const made = (await send('POST', '/contacts/', { locationId, email: 'ada@example.com' })).body.contact;
  await send('DELETE', `/contacts/${made.id}`);
  const events = await delivered();
  expect(events.map(({ type }) => type).toSorted()).toEqual(
    ['TaskCreate', 'TaskComplete', 'TaskDelete', 'NoteCreate', 'NoteUpdate', 'NoteDelete', 'ContactTagUpdate']
      .concat(['ContactUpdate', 'ContactTagUpdate', 'ContactDndUpdate', 'ContactCreate', 'ContactDelete'])
      .toSorted(),
  );
  const eventOf = (type: string) => events.find((event) => event.type === type);
  expect(eventOf('NoteCreate')).not.toHaveProperty('title');
  expect(eventOf('TaskComplete')).not.toHaveProperty('completed');
  expect(eventOf('ContactUpdate')).not.toHaveProperty('dateUpdated');
  expect(sandbox.webhooks.deliveries).toHaveLength(12);
});

test.each([true, false])('quirk taskWebhookWithoutContact (docs repository, issue 332): %s', async (isThin) => {
  const { send, contact, delivered, sandbox } = subscribed();
  sandbox.quirks.taskWebhookWithoutContact = isThin;
  const task = { title: 'x', body: 'y', dueDate: '2026-12-01T09:00:00Z', completed: false };
  await send('POST', `${contact}/tasks`, task);
  const [event] = await delivered();
  expect(event).toMatchObject({ type: 'TaskCreate', title: 'x' });
  expect(['contactId' in event!, 'body' in event!]).toEqual([!isThin, !isThin]);
});

test.each([true, false])('quirk inboundDndSilent (docs repository, issue 264): %s', async (isSilent) => {
  const { send, contact, delivered, sandbox } = subscribed();
  sandbox.quirks.inboundDndSilent = isSilent;
  await send('PUT', contact, { inboundDndSettings: { all: { status: 'active' } } });
  const types = (await delivered()).map(({ type }) => type);
  expect(types).toEqual(isSilent ? ['ContactUpdate'] : ['ContactUpdate', 'ContactDndUpdate']);
});

test('appointments alone are nested', async () => {
  const { send, contact, delivered, locationId } = subscribed();
  const { calendars } = (await send('GET', `/calendars/?locationId=${locationId}`)).body;
  const draft = { contactId: contact.split('/').at(-1), locationId, startTime: '2027-06-15T09:30:00Z' };
  const calendar = calendars.find(({ calendarType }: { calendarType: string }) => calendarType === 'event');
  await send('POST', '/calendars/events/appointments', { ...draft, calendarId: calendar.id });
  expect(await delivered()).toMatchObject([{ type: 'AppointmentCreate', appointment: { contactId: draft.contactId } }]);
});

test('installing and uninstalling are published', async () => {
  const { connect, delivered, sandbox, locationId } = subscribed();
  await connect();
  sandbox.uninstall(locationId);
  const appId = sandbox.info.clientId.split('-')[0];
  expect(await delivered()).toMatchObject([
    { type: 'INSTALL', appId, locationId },
    { type: 'UNINSTALL', appId, locationId },
  ]);
});

test.each([
  [429, 7],
  [500, 1],
  [404, 1],
])('a response of %i means %i attempts in all', async (status, tries) => {
  const { send, contact, received, webhooks } = subscribed(() => status);
  await send('POST', `${contact}/notes`, { body: 'x' });
  await webhooks.settled();
  expect(received).toHaveLength(tries);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
});
