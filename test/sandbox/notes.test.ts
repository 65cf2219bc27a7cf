import { expect, test } from 'vitest';
import { openSandbox } from './ask.ts';

test('a note is made, read, changed and deleted', async () => {
  const { ask, contact } = openSandbox();
  const made = await ask('POST', `${contact}/notes`, { body: '<p>Hello</p>', color: '#FFAA00', pinned: true });
  expect(made.status).toBe(201);
  const note = `${contact}/notes/${made.body.note.id}`;
  expect((await ask('GET', note)).body.note).toMatchObject({
    body: '<p>Hello</p>',
    color: '#FFAA00',
    pinned: true,
    dateAdded: '2026-11-20T10:30:00.000Z',
  });
  expect((await ask('PUT', note, { body: 'Bye' })).body.note).toMatchObject({ body: 'Bye', pinned: true });
  expect((await ask('DELETE', note)).body.succeded).toBe(true);
  expect((await ask('GET', note)).status).toBe(400);
});

test('notes are listed newest first', async () => {
  const { ask, contact } = openSandbox();
  await ask('POST', `${contact}/notes`, { body: 'Now' });
  const { notes } = (await ask('GET', `${contact}/notes`)).body;
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
  const { ask, contact, locationId } = openSandbox();
  const sent = 'locationId' in body ? { ...body, locationId } : body;
  const refused = await ask('POST', `${contact}/notes`, sent);
  expect(refused.status).toBe(422);
  expect(refused.body.message).toContain(complaint);
});

test('a private token leaves a note unsigned unless it names a user', async () => {
  const { ask, contact, sandbox } = openSandbox();
  const [userId] = [...sandbox.state.users.keys()];
  expect((await ask('POST', `${contact}/notes`, { body: 'x' })).body.note.userId).toBeUndefined();
  expect((await ask('POST', `${contact}/notes`, { body: 'x', userId })).body.note.userId).toBe(userId);
});
