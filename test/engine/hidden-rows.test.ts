import { expect, test } from 'vitest';
import { createEntrySync } from '../../engine/sync-entries.ts';
import { createNote } from '../../highlevel/notes.ts';
import type { AccessRules } from '../helpers/grist-memory/access.ts';
import { startInStep } from './start-entries.ts';

const notes = 'HighLevel_Notes';

/** A second person, with less rights, beside one who sees all. */
async function startWithRules(rules: (firstNote: string) => AccessRules) {
  const world = await startInStep();
  const [note] = await world.notes();
  const editor = createEntrySync(world.open({ rules: rules(note!.id) }), { holder: 'editor', seesAll: () => false });
  const rowsFor = (id: string) => world.rows('note').filter((row) => row.HighLevel_ID === id);
  return { ...world, note: note!, editor, rowsFor };
}

test('an entry whose row says its id to others alone is not given another row', async () => {
  const { editor, look, note, rowsFor } = await startWithRules((id) => ({
    isCensored: ({ tableId, colId, row }) => tableId === notes && colId === 'HighLevel_ID' && row.HighLevel_ID === id,
  }));
  await look(editor);
  expect(rowsFor(note.id)).toHaveLength(1);
});

test('an entry whose row a rule hides is not given another row', async () => {
  const { editor, look, note, rowsFor } = await startWithRules((id) => ({
    isHidden: ({ tableId, row }) => tableId === notes && row.HighLevel_ID === id,
  }));
  await look(editor);
  expect(rowsFor(note.id)).toHaveLength(1);
});

test('a new entry gets its row from a person who does not see all rows, and one only', async () => {
  const { api, contactId, editor, look, rowsFor } = await startWithRules((id) => ({
    isHidden: ({ tableId, row }) => tableId === notes && row.HighLevel_ID !== id,
  }));
  const { id } = await createNote(api, contactId, { body: 'New' });
  await look(editor);
  await look(editor);
  expect(rowsFor(id)).toHaveLength(1);
});

test('a row that this person saw and another deleted comes back', async () => {
  const { editor, look, note, rowsFor, remove } = await startWithRules(() => ({}));
  await look(editor);
  remove('note', rowsFor(note.id)[0]!.id);
  await look(editor);
  expect(rowsFor(note.id)).toHaveLength(1);
});

test('a write that a rule refuses is tried once, and its contact is free for others', async () => {
  const { api, contactId, editor, look, step, rowsFor, state } = await startWithRules(() => ({
    isLocked: ({ tableId }) => tableId === notes,
  }));
  const { id } = await createNote(api, contactId, { body: 'New' });
  const first = await look(editor);
  expect(first.failures.get(contactId)).toMatchObject({ side: 'grist', code: 'access-rule' });
  expect((await look(editor)).failures.size).toBe(0);
  expect(await state.state.claim('somebody', [`entries:${contactId}`], 1_000)).toEqual(
    new Set([`entries:${contactId}`]),
  );
  await state.state.release('somebody', [`entries:${contactId}`]);
  editor.forgetRefusals();
  expect((await look(editor)).failures.size).toBe(1);
  await step();
  expect(rowsFor(id)).toHaveLength(1);
});
