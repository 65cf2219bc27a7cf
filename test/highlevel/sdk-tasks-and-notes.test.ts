import { expect, test } from 'vitest';
import { failure } from './local-server.ts';
import { overSdk } from './sdk.ts';

test('the SDK makes a task, changes it and ticks it', async () => {
  const { sdk, contactId } = await overSdk();

  const dueDate = '2026-11-25T11:00:00Z';
  const { task: made } = await sdk.contacts.createTask({ contactId }, { title: 'Call', dueDate, completed: false });
  expect(made).toMatchObject({ contactId, title: 'Call', dueDate: '2026-11-25T11:00:00.000Z', completed: false });
  const path = { contactId, taskId: made?.id ?? '' };
  const { task: changed } = await sdk.contacts.updateTask(path, { title: 'Call back' });
  expect(changed).toMatchObject({ title: 'Call back', dueDate: '2026-11-25T11:00:00.000Z' });
  const { task: ticked } = await sdk.contacts.updateTaskCompleted(path, { completed: true });
  expect(ticked).toMatchObject({ title: 'Call back', completed: true });
  expect((await sdk.contacts.getTask(path)).task).toEqual(ticked);
});

test('the SDK lists tasks and deletes one', async () => {
  const { sdk, contactId } = await overSdk();

  const { tasks = [] } = await sdk.contacts.getAllTasks({ contactId });
  const taskId = tasks[0]?.id ?? '';
  expect(await sdk.contacts.deleteTask({ contactId, taskId })).toMatchObject({ succeded: true });
  expect((await sdk.contacts.getAllTasks({ contactId })).tasks).toEqual(tasks.slice(1));
  expect(await failure(sdk.contacts.getTask({ contactId, taskId }))).toMatchObject({ statusCode: expect.any(Number) });
});

test('the SDK makes a note and changes it', async () => {
  const { sdk, contactId } = await overSdk();

  const { note: made } = await sdk.contacts.createNote({ contactId }, { body: '<p>Called</p>' });
  expect(made).toMatchObject({ contactId, body: '<p>Called</p>' });
  const path = { contactId, id: made?.id ?? '' };
  const { note: changed } = await sdk.contacts.updateNote(path, { body: 'Called twice' });
  expect(changed).toMatchObject({ id: path.id, body: 'Called twice' });
  expect((await sdk.contacts.getNote(path)).note).toEqual(changed);
});

test('the SDK lists notes and deletes one', async () => {
  const { sdk, contactId } = await overSdk();

  const { notes = [] } = await sdk.contacts.getAllNotes({ contactId });
  const id = notes[0]?.id ?? '';
  expect(await sdk.contacts.deleteNote({ contactId, id })).toMatchObject({ succeded: true });
  expect((await sdk.contacts.getAllNotes({ contactId })).notes?.map((note) => note.id)).not.toContain(id);
});
