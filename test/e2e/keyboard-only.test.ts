import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { listNotes } from '../../highlevel/notes.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, title } from '../helpers/panel.ts';

/** Grist has no key that leads into a widget: one click does, and what follows is all in the panel. */
async function enter({ panel }: OpenGrist) {
  await panel.getByRole('heading', { level: 1 }).click();
}

async function openByKeyboard() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await enter(grist);
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const { keyboard } = grist.page;
  return {
    grist,
    keyboard,
    notes: async () => (await listNotes(api, contactId)).map(({ body }) => body),
    tasks: () => listTasks(api, contactId),
    tags: async () => (await getContact(api, contactId)).tags,
    /** What has the focus, as it is called. */
    focused: async () =>
      (await grist.panelFrame()).evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      }),
    async command(words: string) {
      await keyboard.press('Control+k');
      await grist.panel.getByRole('dialog', { name: 'All commands' }).waitFor();
      await keyboard.type(words);
      await keyboard.press('Enter');
    },
  };
}

test('a follow-up is run from the first key to the next row without a mouse', async () => {
  const { grist, keyboard, notes, tasks, tags, focused, command } = await openByKeyboard();
  const { panel } = grist;

  await command('tasks only');
  await panel.getByRole('button', { name: /^Tasks/, pressed: true }).waitFor();

  await keyboard.press('n');
  await keyboard.type('Called: wants the oak by Friday');
  await keyboard.press('Control+Enter');
  await eventually(notes).toContain('Called: wants the oak by Friday');

  await keyboard.press('t');
  await keyboard.type('Send the oak sample');
  await keyboard.press('Control+Enter');
  await eventually(async () => (await tasks()).map((task) => task.title)).toContain('Send the oak sample');
  await panel.getByRole('listitem', { name: /Send the oak sample/ }).waitFor();

  await keyboard.press('/');
  await keyboard.type('oak sample');
  await panel.getByText('1 entry shown').waitFor({ state: 'attached' });
  await keyboard.press('Tab');
  await keyboard.press('j');
  await eventually(focused).toContain('Send the oak sample');
  await keyboard.press('e');
  await panel.getByRole('textbox', { name: 'Task title' }).waitFor();
  await keyboard.press('End');
  await keyboard.type(' and the linen');
  await keyboard.press('Control+Enter');
  await eventually(async () => (await tasks()).map((task) => task.title)).toContain(
    'Send the oak sample and the linen',
  );
  await eventually(focused).toContain('Send the oak sample and the linen');

  await keyboard.press('x');
  await eventually(async () => (await tasks()).find((task) => task.title.includes('linen'))?.completed).toBe(true);

  await command('add a tag');
  await keyboard.type('called today');
  await panel.getByRole('option', { name: /called today/ }).waitFor();
  await keyboard.press('Enter');
  await eventually(tags).toContain('called today');
  await keyboard.press('Escape');

  const before = await title(grist).textContent();
  await leave(grist);
  await keyboard.press('ArrowDown');
  await eventually(grist.currentRow).toBe(2);
  await eventually(() => title(grist).textContent()).not.toBe(before);
});

test('a list, a dialog and an editor each give the focus back to where it was', async () => {
  const { keyboard, focused, grist } = await openByKeyboard();
  await keyboard.press('j');
  await eventually(focused).toMatch(/^(Task|Note|Appointment), /);
  const entry = await focused();
  for (const key of ['Control+k', '?']) {
    await keyboard.press(key);
    await grist.panel.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await grist.panel.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe(entry);
  }
  await grist.panel.locator('[data-entry]:focus [data-edit]').waitFor({ state: 'attached' });
  await keyboard.press('e');
  await grist.panel.locator('form').getByRole('button', { name: 'Cancel' }).waitFor();
  await keyboard.press('Escape');
  await eventually(focused).toBe(entry);
});

/** Back past the first control of the panel, then to the grid by Grist's own key. */
async function leave({ page, panelFrame }: OpenGrist) {
  const isInside = async () => (await panelFrame()).evaluate(() => document.hasFocus());
  for (let steps = 0; steps < 80 && (await isInside()); steps += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+Shift+o');
}
