import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { row } from '../../helpers/fake-panel-data.ts';
import { keptDrafts, renderWriting } from './arrange-writing.ts';

const note = (body: string) => ({ kind: 'note', title: '', body, pinned: false }) as const;
const tab = (name: string) => screen.findByRole('tab', { name: new RegExp(`^${name}`) });
const isShut = async () => expect(await screen.findByRole('button', { name: 'Add a note…' })).toBeTruthy();
const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

test.each([
  ['n', 'Note', 'Note'],
  ['t', 'Task', 'Task title'],
  ['a', 'Appointment', 'Title'],
])('%s opens the composer at its tab, ready to type', async (key, name, field) => {
  const { user } = renderWriting();
  await isShut();
  await user.keyboard(key);
  expect((await tab(name)).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
});

test('the arrows move through the tabs', async () => {
  const { user } = renderWriting();
  await user.click(await screen.findByRole('button', { name: 'Add task' }));
  (await tab('Task')).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(await tab('Appointment'));
  await user.keyboard('{ArrowRight}');
  expect((await tab('Note')).getAttribute('aria-selected')).toBe('true');
});

test('Esc closes the composer and keeps the draft', async () => {
  const { user, work } = renderWriting();
  await isShut();
  await user.keyboard('n');
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Prefers the oak');
  expect(screen.getByText('Draft saved')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(work.drafts.value.map(({ form }) => form)).toEqual([note('Prefers the oak')]);
  await user.click(await screen.findByRole('button', { name: 'Draft: Prefers the oak' }));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Prefers the oak');
});

test('cancelling discards the draft and moves the focus to the line', async () => {
  const { user, work } = renderWriting();
  await isShut();
  await user.keyboard('nOak');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(work.drafts.value).toEqual([]);
  await isShut();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Add note' }));
});

test('a restored draft is open, and takes no focus', async () => {
  renderWriting({}, { drafts: keptDrafts({ form: note('Prefers the oak') }) });
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Prefers the oak');
  expect(document.activeElement).toBe(document.body);
});

test('a draft of one row is not shown on another', async () => {
  const drafts = keptDrafts({ form: note('Prefers the oak') });
  const { panel } = renderWriting({}, { drafts });
  await screen.findByRole('textbox', { name: 'Note' });
  drafts.value = [];
  panel.row.value = { ...row, rowId: 8, contactId: 'another' };
  await isShut();
  expect(screen.queryByDisplayValue('Prefers the oak')).toBeNull();
});

test('a key between a change of row and its rendering enters no draft', async () => {
  const { panel, user, given } = renderWriting();
  await isShut();
  await user.keyboard('n');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  panel.row.value = { ...row, rowId: 8, contactId: 'another' };
  field.value = 'For Grace';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  expect(given('keepEntry')).toEqual([]);
});

test('a rejected entry opens with the reason and its actions', async () => {
  const drafts = keptDrafts();
  const { user, given } = renderWriting({}, { drafts });
  await isShut();
  drafts.value = keptDrafts({ form: note('Prefers the oak'), failure: unreachable }).value;
  const composer = within(await screen.findByRole('form', { name: 'Add to the timeline' }));
  expect(composer.getByText(/^HighLevel isn’t responding/)).toBeTruthy();
  await user.click(composer.getByRole('button', { name: 'Try again' }));
  expect(given('retryEntry')).toEqual([['kept0']]);
});

test('a rejected entry can be discarded', async () => {
  const drafts = keptDrafts({ form: note('Prefers the oak'), failure: unreachable });
  const { user, given } = renderWriting({}, { drafts });
  await user.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(given('discardEntry')).toContainEqual(['kept0']);
});

test('an entry that changed in HighLevel can be overwritten', async () => {
  const failure = { side: 'highlevel', code: 'changed', theirs: 'Theirs', retryable: false } as const;
  const { user, given } = renderWriting({}, { drafts: keptDrafts({ form: note('Mine'), failure }) });
  await user.click(await screen.findByRole('button', { name: 'Use mine' }));
  expect(given('overwriteEntry')).toEqual([['kept0']]);
});

test('a viewer gets no composer', async () => {
  const { user } = renderWriting({ readOnly: signal(true) });
  await user.keyboard('n');
  expect(screen.queryByRole('button', { name: 'Add note' })).toBeNull();
  expect(screen.queryByRole('tab')).toBeNull();
});
