import { expect, test } from 'vitest';
import { listTasks, type Task } from '../../highlevel/tasks.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, toastSays } from '../helpers/panel.ts';

async function openFirstRow() {
  const grist = await openGrist({ timezoneId: 'America/New_York' });
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await grist.panel.getByRole('button', { name: /^Tasks/ }).click();
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  const inHighLevel = async (title: string): Promise<Task | undefined> =>
    (await listTasks(highLevelOf(grist), contactId)).find((task) => task.title === title);
  const task = (title: string) => grist.panel.locator('li[data-entry]', { hasText: title });
  const showsWhatHighLevelHas = async () => {
    const there = (await listTasks(highLevelOf(grist), contactId)).map((one) => `${one.id} ${one.completed}`).sort();
    const shown = () =>
      grist.panel
        .locator('li[data-entry]')
        .evaluateAll((all) =>
          all
            .map((entry) => `${entry.getAttribute('data-entry')} ${entry.querySelector('input')?.checked ?? false}`)
            .sort(),
        );
    await eventually(shown).toEqual(there);
  };
  return { grist, panel: grist.panel, contactId, inHighLevel, task, showsWhatHighLevelHas };
}

/** The browser is in New York, and the document in London: times are the document's, as in the grid beside them. */
async function addTask({ panel, grist, task, inHighLevel }: Awaited<ReturnType<typeof openFirstRow>>) {
  await task('').first().focus();
  await grist.page.keyboard.press('t');
  await grist.page.keyboard.type('Call about lead times');
  await panel.getByLabel('Due', { exact: true }).fill('2030-11-05');
  await panel.getByLabel('Time', { exact: true }).fill('09:30');
  await grist.page.keyboard.press('Control+Enter');
  await task('Call about lead times').waitFor();
  await eventually(async () => (await inHighLevel('Call about lead times'))?.dueDate).toBe(
    Date.parse('2030-11-05T09:30:00Z'),
  );
  await toastSays(panel, 'Task added');
}

test('a task that is added by keys is due by the document’s clock, and undo takes it away', async () => {
  const opened = await openFirstRow();
  await addTask(opened);
  await opened.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(() => opened.inHighLevel('Call about lead times')).toBeUndefined();
});

test('an edited task changes only what was edited', async () => {
  const opened = await openFirstRow();
  const { panel, task, inHighLevel, grist } = opened;
  await addTask(opened);
  const before = await inHighLevel('Call about lead times');
  await task('Call about lead times').focus();
  await grist.page.keyboard.press('e');
  await panel.getByRole('textbox', { name: 'Task title' }).fill('Call the workshop');
  await panel.getByRole('button', { name: 'Save task' }).click();
  await eventually(() => inHighLevel('Call the workshop')).toEqual({ ...before, title: 'Call the workshop' });
  await opened.showsWhatHighLevelHas();
  await toastSays(panel, 'Task saved');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(() => inHighLevel('Call about lead times')).toEqual(before);
});

test('a deleted task comes back with undo', async () => {
  const opened = await openFirstRow();
  const { panel, task, inHighLevel } = opened;
  await addTask(opened);
  await task('Call about lead times').hover();
  await task('Call about lead times').getByRole('button', { name: 'Delete' }).click();
  await eventually(() => inHighLevel('Call about lead times')).toBeUndefined();
  await toastSays(panel, 'Task deleted');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(() => inHighLevel('Call about lead times')).toBeTruthy();
  await opened.showsWhatHighLevelHas();
});

test('a draft stays with its row', async () => {
  const { grist, panel } = await openFirstRow();
  await panel.getByRole('button', { name: 'Add task' }).click();
  await panel.getByRole('textbox', { name: 'Task title' }).fill('For the first row');
  await grist.moveTo(2);
  await panel.getByRole('button', { name: 'Add a note…' }).waitFor();
  await grist.moveTo(1);
  const kept = panel.getByRole('textbox', { name: 'Task title' });
  await kept.waitFor();
  expect(await kept.inputValue()).toBe('For the first row');
});

test('a refused task comes back with its text and the reason', async () => {
  const opened = await openFirstRow();
  const { grist, panel, inHighLevel } = opened;
  grist.demo.sandbox.faults.add('server-error', { path: '/tasks', method: 'POST', status: 422 });
  await panel.getByRole('button', { name: 'Add task' }).click();
  await panel.getByRole('textbox', { name: 'Task title' }).fill('Call');
  await panel.getByRole('button', { name: 'Add task' }).click();
  await panel.getByText(/^HighLevel says:/).waitFor();
  expect(await panel.getByRole('textbox', { name: 'Task title' }).inputValue()).toBe('Call');
  expect(await inHighLevel('Call')).toBeUndefined();
  grist.demo.sandbox.faults.clear();
  await panel.getByRole('button', { name: 'Add task' }).click();
  await eventually(() => inHighLevel('Call')).toBeTruthy();
});
