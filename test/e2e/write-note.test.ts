import { expect, test } from 'vitest';
import { createNote, listNotes, updateNote } from '../../highlevel/notes.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, toastSays } from '../helpers/panel.ts';

/** Opens the first row; `html` is a note that its contact has already. */
async function openFirstRow(html?: string) {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const api = highLevelOf(grist);
  const made = html === undefined ? null : await createNote(api, contactId, { body: html });
  await grist.panel.getByRole('button', { name: /^Notes/ }).click();
  if (made) await grist.panel.getByRole('button', { name: 'Refresh' }).click();
  const bodies = async () => (await listNotes(api, contactId)).map(({ body }) => body);
  const note = (text: string) => grist.panel.locator('li[data-entry]', { hasText: text });
  return { grist, contactId, api, made, bodies, note, panel: grist.panel };
}

async function addNote({ panel, note, bodies }: Awaited<ReturnType<typeof openFirstRow>>, text: string) {
  await panel.getByRole('button', { name: 'Add note' }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill(text);
  await panel.getByRole('button', { name: 'Add note' }).click();
  await note(text).waitFor();
  await eventually(bodies).toContain(text);
  await toastSays(panel, 'Note added');
}

test('a note that is added reaches HighLevel once, and undo takes it away', async () => {
  const opened = await openFirstRow();
  await addNote(opened, 'Prefers the oak');
  expect((await opened.bodies()).filter((body) => body === 'Prefers the oak')).toHaveLength(1);
  await opened.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(opened.bodies).not.toContain('Prefers the oak');
  await opened.note('Prefers the oak').waitFor({ state: 'detached' });
});

test('a note is edited in its place, and pinned', async () => {
  const opened = await openFirstRow();
  const { panel, note, bodies, api, contactId } = opened;
  await addNote(opened, 'Prefers the oak');
  await note('Prefers the oak').hover();
  await note('Prefers the oak').getByRole('button', { name: 'Edit' }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill('Prefers the walnut');
  await panel.getByRole('button', { name: 'Save note' }).click();
  await eventually(bodies).toContain('Prefers the walnut');
  expect(await bodies()).not.toContain('Prefers the oak');
  const pinned = async () =>
    (await listNotes(api, contactId)).find(({ body }) => body === 'Prefers the walnut')?.pinned;
  await note('Prefers the walnut').hover();
  await note('Prefers the walnut').getByRole('button', { name: 'Pin' }).click();
  await eventually(pinned).toBe(true);
});

test('a deleted note comes back with undo', async () => {
  const opened = await openFirstRow();
  await addNote(opened, 'Prefers the oak');
  await opened.note('Prefers the oak').focus();
  await opened.grist.page.keyboard.press('Delete');
  await eventually(opened.bodies).not.toContain('Prefers the oak');
  await toastSays(opened.panel, 'Note deleted');
  await opened.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(opened.bodies).toContain('Prefers the oak');
});

test('a note of HTML is harmless to look at, and what nobody touched in it stays as it was', async () => {
  const html =
    '<p style="color:red">Met at the <b>show</b></p><p data-id="7"><img src="https://x.example/a.png" onerror="window.struck = 1"></p>';
  const { panel, note, bodies, grist } = await openFirstRow(html);
  await note('Met at the show').hover();
  await note('Met at the show').getByRole('button', { name: 'Edit' }).click();
  await panel.locator('[contenteditable=true] b').click();
  await grist.page.keyboard.press('Home');
  await grist.page.keyboard.type('We ');
  await panel.getByRole('button', { name: 'Save note' }).click();
  await eventually(bodies).toContain(html.replace('Met', 'We Met'));
  expect(await (await grist.panelFrame()).evaluate(() => 'struck' in window)).toBe(false);
  expect(await note('We Met').locator('img, [onerror]').count()).toBe(0);
});

test('a note that somebody else changed meanwhile waits for a choice', async () => {
  const { panel, note, bodies, api, contactId, made } = await openFirstRow('Two rooms');
  await note('Two rooms').hover();
  await note('Two rooms').getByRole('button', { name: 'Edit' }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill('Three rooms');
  await updateNote(api, contactId, made?.id ?? '', { body: 'Four rooms' });
  await panel.getByRole('button', { name: 'Save note' }).click();
  await panel.getByText('Changed in HighLevel in the meantime: Four rooms').waitFor();
  expect(await bodies()).toContain('Four rooms');
  await panel.getByRole('button', { name: 'Use mine' }).click();
  await eventually(bodies).toContain('Three rooms');
});
