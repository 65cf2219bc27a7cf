import { expect, test } from 'vitest';
import { createFakeGrist } from './fake-grist.ts';

const chosen = { tableId: 'Todo', idColumn: 'HighLevel_ID', doneColumn: 'Done' };
const table = { HighLevel_ID: { type: 'Text', cells: ['t1'] }, Done: { type: 'Bool', cells: [false] } };

function start(options: object, name = 'Todo') {
  const grist = createFakeGrist({ tables: { [name]: table } });
  const section = grist.open();
  grist.settings('full', null, options);
  return { grist, section };
}

test('ticks go to the table that was chosen', async () => {
  const { grist, section } = start({ tasksTable: chosen });
  await expect(section.tickTask('t1', true, 'complete a task')).resolves.toBe(true);
  expect(grist.document.fetch('Todo').Done).toEqual([true]);
});

test('without a choice the table is guessed by its name', async () => {
  const { section } = start({}, 'My_Tasks');
  await expect(section.tasksTable()).resolves.toEqual({ ...chosen, tableId: 'My_Tasks' });
});

test('a chosen table that is gone is guessed again', async () => {
  const { section } = start({ tasksTable: chosen }, 'My_Tasks');
  await expect(section.tasksTable()).resolves.toEqual({ ...chosen, tableId: 'My_Tasks' });
});

test('choosing no table keeps ticks out of Grist', async () => {
  const { section } = start({ tasksTable: null });
  await expect(section.tickTask('t1', true, 'complete a task')).resolves.toBe(false);
});

test('options that make no sense are as good as none', async () => {
  const { section } = start({ tasksTable: { tableId: 5 } });
  expect(section.options.value).toEqual({});
});

test('a chosen table is kept in the options of the widget', async () => {
  const { grist, section } = start({});
  await section.setOptions({ tasksTable: chosen });
  expect(grist.api.setOption).toHaveBeenCalledWith('tasksTable', chosen);
});
