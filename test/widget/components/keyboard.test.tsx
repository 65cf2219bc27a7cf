import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const entry = (name: RegExp) => screen.getByRole('listitem', { name });
const focused = () => document.activeElement;

test('J, K and the arrows move through the entries', async () => {
  const { user } = renderPanel();
  await user.keyboard('j');
  expect(focused()).toBe(entry(/Send revised quote/));
  await user.keyboard('j{ArrowDown}');
  expect(focused()).toBe(entry(/Measure visit/));
  await user.keyboard('k{ArrowUp}{ArrowUp}');
  expect(focused()).toBe(entry(/Send revised quote/));
});

test('Home and End go to the first and last entry', async () => {
  const { user } = renderPanel();
  await user.keyboard('j{End}');
  expect(focused()).toBe(entry(/Showroom tour.*Cancelled/));
  await user.keyboard('{Home}');
  expect(focused()).toBe(entry(/Send revised quote/));
});

test('the timeline is one tab stop, at the entry that had the focus last', async () => {
  const { user } = renderPanel();
  await user.keyboard('jjj');
  const stops = screen.getAllByRole('listitem').filter((item) => item.tabIndex === 0);
  expect(stops).toEqual([entry(/Measure visit/)]);
});

test('X and Space complete the task that has the focus', async () => {
  const { panel, user } = renderPanel();
  await user.keyboard('jx');
  entry(/Prepare contract/).focus();
  await user.keyboard(' ');
  expect(callsOf(panel, 'completeTask')).toEqual([
    ['t1', true],
    ['t3', true],
  ]);
});

test('E edits the field that has the focus', async () => {
  const { user } = renderPanel();
  screen.getByRole('button', { name: 'City: London' }).focus();
  await user.keyboard('e');
  expect(screen.getByRole('textbox', { name: 'City' })).toHaveProperty('value', 'London');
});

test('/ moves the focus to the search, R refreshes', async () => {
  const { panel, user } = renderPanel();
  await user.keyboard('r/');
  expect(callsOf(panel, 'refresh')).toEqual([[]]);
  expect(focused()).toBe(screen.getByRole('searchbox'));
});

test('Z undoes while a message shows', async () => {
  const { panel, user } = renderPanel();
  await user.keyboard('z');
  expect(callsOf(panel, 'undo')).toEqual([]);
  panel.notices.toast.value = { id: 1, code: 'task-completed', undoable: true };
  await user.keyboard('z');
  expect(callsOf(panel, 'undo')).toEqual([[]]);
});

test('keys typed into a text field are text', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('searchbox'));
  await user.keyboard('rjz/');
  expect(panel.timeline.search.value).toBe('rjz/');
  expect(callsOf(panel, 'refresh')).toEqual([]);
});

test('keys with Ctrl are left to Grist and the browser', async () => {
  const { panel, user } = renderPanel({
    notices: { toast: signal({ id: 1, code: 'task-completed', undoable: true }) },
  });
  await user.keyboard('{Control>}zr{/Control}');
  expect(panel.calls).toEqual([]);
});

test('z undoes the last edit and shift+z redoes it, also after its message is gone', async () => {
  const { panel, user } = renderPanel();
  screen.getByRole('heading', { level: 1 }).focus();
  await user.keyboard('z');
  await user.keyboard('{Shift>}Z{/Shift}');
  expect(panel.calls).toEqual([['undoLast'], ['redoLast']]);
});
