import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { EntryForm } from '../../../engine/forms.ts';
import { at, task } from '../../helpers/fake-panel-data.ts';
import { renderWriting, timelineOf } from './arrange-writing.ts';

const title = () => screen.getByRole('textbox', { name: 'Task title' });

async function compose(change: Parameters<typeof renderWriting>[1] = {}) {
  const shown = renderWriting({}, change);
  await shown.user.click(await screen.findByRole('button', { name: 'Add task' }));
  return shown;
}

const begun: EntryForm = {
  kind: 'task',
  title: 'Call about lead times',
  body: '',
  assignee: 'ben',
  dueDate: at('11-21T09:00'),
};

test('a task is the contact’s owner’s and due tomorrow at nine by default', async () => {
  const { user, given, lastKept } = await compose();
  await user.type(title(), 'Call about lead times');
  await user.click(screen.getByRole('button', { name: 'Add task' }));
  expect(lastKept()).toEqual(begun);
  expect(given('submitEntry')).toEqual([['draft1']]);
});

test('Ctrl+Enter sends, and so does Enter in the title', async () => {
  const { user, given } = await compose();
  await user.type(title(), 'Call{Control>}{Enter}{/Control}');
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard('t');
  await user.type(title(), '{Enter}');
  expect(given('submitEntry')).toHaveLength(2);
});

test('the usual days can be chosen by a click', async () => {
  const { user, lastKept } = await compose();
  await user.click(screen.getByRole('button', { name: 'Next week 09:00' }));
  expect(lastKept()).toMatchObject({ dueDate: at('11-23T09:00') });
  await user.click(screen.getByRole('button', { name: 'Today 17:00' }));
  expect(lastKept()).toMatchObject({ dueDate: at('11-20T17:00') });
  expect(screen.getByLabelText('Time')).toHaveProperty('value', '17:00');
});

test('in three days is offered where that is not the Monday of next week', async () => {
  const { user, lastKept, panel } = await compose();
  expect(screen.queryByRole('button', { name: 'Mon 23 Nov 09:00' })).toBeNull();
  panel.now.value = at('11-17T10:00') as number;
  await user.click(await screen.findByRole('button', { name: 'Fri 20 Nov 09:00' }));
  expect(lastKept()).toMatchObject({ dueDate: at('11-20T09:00') });
});

test('day and time are in the viewer’s time zone', async () => {
  const { user, lastKept } = await compose();
  await user.clear(screen.getByLabelText('Due'));
  expect(lastKept()).toMatchObject({ dueDate: null });
  await user.type(screen.getByLabelText('Due'), '2026-12-01');
  await user.clear(screen.getByLabelText('Time'));
  await user.type(screen.getByLabelText('Time'), '10:45');
  expect(lastKept()).toMatchObject({ dueDate: at('12-01T10:45') });
});

test('a task can be assigned', async () => {
  const { user, lastKept } = await compose();
  await user.selectOptions(screen.getByLabelText('Assignee'), 'Ama Boateng');
  expect(lastKept()).toMatchObject({ assignee: 'ama' });
});

test('a missing value is reported beside its field, which takes the focus', async () => {
  const { user } = await compose({ submit: () => ['title'] });
  await user.click(screen.getByRole('button', { name: 'Add task' }));
  expect(screen.getByText('Enter a title.')).toBeTruthy();
  expect(title().getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => document.activeElement).toBe(title());
  await user.type(title(), 'C');
  expect(screen.queryByText('Enter a title.')).toBeNull();
});

test('an empty form leaves no draft', async () => {
  const { user, work } = await compose({ submit: () => ['title'] });
  await user.click(screen.getByRole('button', { name: 'Add task' }));
  await user.keyboard('{Escape}');
  await screen.findByRole('button', { name: 'Add a note…' });
  await expect.poll(() => work.drafts.value).toEqual([]);
});

test('E edits a task in place, and saving returns the focus to it', async () => {
  const { user, given, lastKept } = renderWriting({
    timeline: { view: timelineOf(task('t9', 'Call', '11-24T17:00')) },
  });
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard('je');
  expect(document.activeElement).toBe(title());
  await user.type(title(), ' the workshop');
  await user.click(screen.getByRole('button', { name: 'Save task' }));
  expect(lastKept()).toMatchObject({ title: 'Call the workshop', dueDate: at('11-24T17:00'), assignee: 'ben' });
  expect(given('keepEntry').at(-1)?.[0]).toBe('t9');
  expect(given('submitEntry')).toHaveLength(1);
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('listitem', { name: /^Task, Call/ }));
});

test('saving an untouched task sends nothing', async () => {
  const { user, given } = renderWriting({ timeline: { view: timelineOf(task('t9', 'Call', '11-24T17:00')) } });
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard('je');
  await user.click(screen.getByRole('button', { name: 'Save task' }));
  expect(given('submitEntry')).toEqual([]);
  expect(given('keepEntry')).toEqual([]);
});

test('an untouched editor follows HighLevel', async () => {
  const { user, panel, lastKept } = renderWriting({
    timeline: { view: timelineOf(task('t9', 'Call', '11-24T17:00')) },
  });
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard('je');
  panel.timeline.view.value = timelineOf(task('t9', 'Call Anna', '11-25T17:00')).value;
  expect(await screen.findByDisplayValue('Call Anna')).toBe(title());
  await user.type(title(), '!');
  expect(lastKept()).toMatchObject({ title: 'Call Anna!', dueDate: at('11-25T17:00') });
});
