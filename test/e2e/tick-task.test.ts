import { expect, test } from 'vitest';
import { getTask } from '../../highlevel/tasks.ts';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, isUpToDate, toastSays } from '../helpers/panel.ts';

/** Opens the first open task of the first row. */
async function openTask() {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const entry = grist.panel.locator('[data-entry]:has(input[type="checkbox"]:not(:checked))').first();
  const taskId = (await entry.getAttribute('data-entry')) as string;
  const task = grist.panel.locator(`[data-entry="${taskId}"]`);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  return { grist, taskId, contactId, task, tick: task.getByRole('checkbox') };
}

const inHighLevel = async (grist: OpenGrist, contactId: string, taskId: string) =>
  (await getTask(highLevelOf(grist), contactId, taskId)).completed;

const inGrist = async (grist: OpenGrist, taskId: string) =>
  grist.cell('Tasks', await grist.findRow('Tasks', 'HighLevel_ID', taskId), 'Done');

test('ticking a task changes its tick alone in HighLevel, and the row of the tasks table', async () => {
  const { grist, taskId, contactId, tick } = await openTask();
  const open = (await grist.cell('Contacts', 1, 'Open_tasks')) as number;
  const before = await getTask(highLevelOf(grist), contactId, taskId);
  await tick.click();
  expect(await tick.isChecked()).toBe(true);
  await eventually(() => inHighLevel(grist, contactId, taskId)).toBe(true);
  await eventually(() => inGrist(grist, taskId)).toBe(true);
  await eventually(() => grist.cell('Contacts', 1, 'Open_tasks')).toBe(open - 1);
  expect(await getTask(highLevelOf(grist), contactId, taskId)).toEqual({ ...before, completed: true });
  const writes = grist.demo.sandbox.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/tasks'));
  expect(writes.map(({ path }) => path)).toEqual([`/contacts/${contactId}/tasks/${taskId}/completed`]);
});

test('undo reopens the task on both sides', async () => {
  const { grist, taskId, contactId, tick } = await openTask();
  await tick.click();
  await eventually(() => inGrist(grist, taskId)).toBe(true);
  await grist.panel.getByRole('button', { name: 'Undo' }).click();
  await eventually(() => inHighLevel(grist, contactId, taskId)).toBe(false);
  await eventually(() => inGrist(grist, taskId)).toBe(false);
  expect(await tick.isChecked()).toBe(false);
});

test('a refused tick goes back and says why beside the task', async () => {
  const { grist, taskId, contactId, task, tick } = await openTask();
  grist.demo.sandbox.faults.add('server-error', { path: '/completed', status: 422 });
  await tick.click();
  await task.getByText('HighLevel says: Internal server error').waitFor();
  expect(await tick.isChecked()).toBe(false);
  expect(await inHighLevel(grist, contactId, taskId)).toBe(false);
  expect(await inGrist(grist, taskId)).toBe(false);
});

test('a second click on the spot of a ticked task ticks no other, and the toast names the task', async () => {
  const { grist, taskId, contactId, task, tick } = await openTask();
  const title = await task.locator('.entry-title').innerText();
  const open = (await grist.cell('Contacts', 1, 'Open_tasks')) as number;
  const box = (await tick.boundingBox())!;
  const spot = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await grist.page.mouse.click(...spot);
  await toastSays(grist.panel, `Task completed: ${title}`);
  await eventually(() => inGrist(grist, taskId)).toBe(true);
  expect(await tick.isChecked()).toBe(true);
  await grist.page.mouse.click(...spot);
  await eventually(() => inHighLevel(grist, contactId, taskId)).toBe(false);
  await eventually(() => grist.cell('Contacts', 1, 'Open_tasks')).toBe(open);
});
