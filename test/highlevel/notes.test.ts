import { expect, test } from 'vitest';
import { createNote, deleteNote, getNote, listNotes, updateNote } from '../../highlevel/notes.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

async function withNote() {
  const over = overSandbox();
  const note = await createNote(over.api, over.contactId, { body: '<p>Called</p>', title: 'Call', color: '#ffaa00' });
  return { ...over, note };
}

test('makes a note and reads it back', async () => {
  const { api, contactId, note } = await withNote();

  expect(note).toMatchObject({ contactId, body: '<p>Called</p>', title: 'Call', color: '#ffaa00', pinned: false });
  expect(note.dateAdded).toBeTypeOf('number');
  expect(await getNote(api, contactId, note.id)).toEqual(note);
});

test('lists the notes of a contact', async () => {
  const { api, contactId, note } = await withNote();

  expect(await listNotes(api, contactId)).toContainEqual(note);
});

test('changes what is given of a note', async () => {
  const { api, sent, contactId, note } = await withNote();

  expect(await updateNote(api, contactId, note.id, { pinned: true })).toEqual({ ...note, pinned: true });
  expect(sent.at(-1)?.body).toEqual({ pinned: true });
});

test('deletes a note', async () => {
  const { api, contactId, note } = await withNote();

  await deleteNote(api, contactId, note.id);
  expect(await failure(getNote(api, contactId, note.id))).toMatchObject({ code: 'not-found' });
});

test('reports an unknown outcome for a creation whose response was lost', async () => {
  const { api, sandbox, contactId } = await withNote();
  const before = await listNotes(api, contactId);
  sandbox.faults.add('cut-after', { times: 1 });

  expect(await failure(createNote(api, contactId, { body: 'Once' }))).toMatchObject({
    code: 'unreachable',
    details: { unknownOutcome: true },
  });
  expect(await listNotes(api, contactId)).toHaveLength(before.length + 1);
});
