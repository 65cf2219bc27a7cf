import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

test('a note is made, read, changed and deleted', async () => {
  const { send, contact } = openSandbox();
  const made = await send('POST', `${contact}/notes`, { body: '<p>Hello</p>', color: '#FFAA00', pinned: true });
  expect(made.status).toBe(201);
  const note = `${contact}/notes/${made.body.note.id}`;
  expect((await send('GET', note)).body.note).toMatchObject({
    body: '<p>Hello</p>',
    color: '#FFAA00',
    pinned: true,
    dateAdded: '2026-11-20T10:30:00.000Z',
  });
  expect((await send('PUT', note, { body: 'Bye' })).body.note).toMatchObject({ body: 'Bye', pinned: true });
  expect((await send('DELETE', note)).body.succeded).toBe(true);
  expect((await send('GET', note)).status).toBe(400);
});

test('notes are listed newest first', async () => {
  const { send, contact } = openSandbox();
  await send('POST', `${contact}/notes`, { body: 'Now' });
  const { notes } = (await send('GET', `${contact}/notes`)).body;
  expect(notes[0].body).toBe('Now');
  expect(notes.map(({ dateAdded }: { dateAdded: string }) => dateAdded)).toEqual(
    notes
      .map(({ dateAdded }: { dateAdded: string }) => dateAdded)
      .toSorted()
      .toReversed(),
  );
});

test.each([
  [{}, 'body should not be empty'],
  [{ body: 'x', locationId: 'LOC' }, 'property locationId should not exist'],
  [{ body: 'x', color: 'red' }, 'color must be a hexadecimal color'],
])('a note with %o is refused', async (body, complaint) => {
  const { send, contact, locationId } = openSandbox();
  const sent = 'locationId' in body ? { ...body, locationId } : body;
  const refused = await send('POST', `${contact}/notes`, sent);
  expect(refused.status).toBe(422);
  expect(refused.body.message).toContain(complaint);
});

test('a private token leaves a note unsigned unless it names a user', async () => {
  const { send, contact, sandbox } = openSandbox();
  const [userId] = [...sandbox.state.users.keys()];
  expect((await send('POST', `${contact}/notes`, { body: 'x' })).body.note.userId).toBeUndefined();
  expect((await send('POST', `${contact}/notes`, { body: 'x', userId })).body.note.userId).toBe(userId);
});
