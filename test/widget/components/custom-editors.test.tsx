import { signal } from '@preact/signals';
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { CustomField, CustomFieldKind } from '../../../highlevel/custom-fields.ts';
import { traitsOf } from '../../../sync/refs.ts';
import { contact, moreFieldViews } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

/** Grace has one custom field, called Extra. */
async function open(kind: CustomFieldKind, value: string, more: Partial<CustomField> = {}, environment = {}) {
  const field: CustomField = {
    id: 'x',
    name: 'Extra',
    key: 'contact.x',
    kind,
    options: [],
    allowsOther: false,
    folder: '',
    position: 1,
    ...more,
  };
  const traits = traitsOf('custom:x', [field]);
  const [like] = moreFieldViews;
  const view = { ...like!, ...traits!, key: 'custom:x' as const, label: 'Extra', value, choices: field.options };
  const others = moreFieldViews.filter(({ key }) => !key.startsWith('custom:'));
  const shown = renderPanel({
    directory: { customFields: signal([field]) },
    fields: { more: signal([...others, { ...view, editable: traits?.writable ? true : 'not-in-api' }]) },
    ...environment,
  });
  if (traits?.writable) await shown.user.click(await screen.findByRole('button', { name: /^Extra/ }));
  return { ...shown, saved: () => callsOf(shown.panel, 'saveField') };
}

test('a number is typed in the culture’s format and saved as a plain number', async () => {
  const { panel, user, saved } = await open('number', '18400.5', {}, {});
  const input = screen.getByRole('textbox', { name: 'Extra' });
  expect(input).toHaveProperty('value', '18400.5');
  expect(input.getAttribute('inputmode')).toBe('decimal');
  await user.clear(input);
  await user.type(input, '1,250.75{Enter}');
  expect(saved()).toEqual([['custom:x', '1250.75']]);
  expect(callsOf(panel, 'keepDraft').at(-1)).toEqual(['custom:x', '1250.75']);
});

test('a date is picked from a calendar, a time from a clock', async () => {
  const { user, saved } = await open('time', '09:30');
  const input = await screen.findByLabelText('Extra');
  expect(input).toHaveProperty('type', 'time');
  await user.clear(input);
  await user.type(input, '14:45');
  await user.keyboard('{Enter}');
  expect(saved()).toEqual([['custom:x', '14:45']]);
});

test.each(['single', 'radio'] as const)('one choice of a %s field is picked, or cleared', async (kind) => {
  const { user, saved } = await open(kind, 'Warm', { options: ['Cold', 'Warm', 'Hot'] });
  const list = within(await screen.findByRole('listbox'));
  expect(list.getAllByRole('option').map((option) => option.textContent)).toEqual(['Cold', 'Warm', 'Hot', 'Clear']);
  expect(list.getByRole('option', { selected: true }).textContent).toBe('Warm');
  await user.click(list.getByRole('option', { name: 'Hot' }));
  expect(saved()).toEqual([['custom:x', 'Hot']]);
});

test('a choice that HighLevel no longer offers stays selected', async () => {
  await open('single', 'Lukewarm', { options: ['Cold', 'Hot'] });
  expect((await screen.findByRole('option', { selected: true })).textContent).toBe('Lukewarm');
});

test('a choice that allows other values can be typed', async () => {
  const { user, saved } = await open('radio', 'Cold', { options: ['Cold', 'Hot'], allowsOther: true });
  const input = await screen.findByRole('textbox', { name: 'Extra' });
  await user.clear(input);
  await user.type(input, 'Tepid{Enter}');
  expect(saved()).toEqual([['custom:x', 'Tepid']]);
});

test.each(['multiple', 'checkbox'] as const)('choices of a %s field are ticked and saved together', async (kind) => {
  const { user, saved } = await open(kind, 'Doors', { options: ['Windows', 'Doors', 'Roofing'] });
  const boxes = await screen.findAllByRole('checkbox', { name: /Windows|Doors|Roofing/ });
  expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([false, true, false]);
  expect(document.activeElement).toBe(boxes[0]);
  await user.keyboard(' ');
  await user.click(boxes[1]!);
  expect(saved()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(saved()).toEqual([['custom:x', 'Windows']]);
});

test('leaving the boxes saves them, Esc restores them', async () => {
  const { panel, user, saved } = await open('checkbox', 'Doors', { options: ['Windows', 'Doors'] });
  await screen.findByRole('checkbox', { name: 'Windows' });
  await user.keyboard(' ');
  await screen.findByRole('checkbox', { name: 'Windows', checked: true });
  await user.keyboard('{Escape}');
  expect(saved()).toEqual([]);
  expect(callsOf(panel, 'keepDraft').at(-1)).toEqual(['custom:x', null]);
  await user.click(screen.getByRole('button', { name: /^Extra/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Windows' }));
  await user.click(document.body);
  await waitFor(() => expect(saved()).toEqual([['custom:x', 'Windows\nDoors']]));
});

test('in a long text Enter is a new line, and Ctrl+Enter saves', async () => {
  const { user, saved } = await open('large-text', 'One');
  const area = await screen.findByRole('textbox', { name: 'Extra' });
  expect(area.tagName).toBe('TEXTAREA');
  await user.keyboard('{Enter}Two{Control>}{Enter}{/Control}');
  expect(saved()).toEqual([['custom:x', 'One\nTwo']]);
});

test('each text of a list has its own box', async () => {
  const { user, saved } = await open('text-list', 'Caretaker\nKeys');
  await user.clear(await screen.findByRole('textbox', { name: 'Extra, line 2' }));
  await user.click(screen.getByRole('button', { name: 'Add another' }));
  await user.type(screen.getByRole('textbox', { name: 'Extra, line 3' }), 'Dog{Enter}');
  expect(saved()).toEqual([['custom:x', 'Caretaker\nDog']]);
});

test('files are links and cannot be edited', async () => {
  const url = 'https://files.example/brief.pdf';
  const data = { ...contact, customFields: { x: { f1: { url, meta: { originalname: 'brief.pdf' } } } } };
  await open('file', url, {}, { contact: signal({ data, loading: false, error: undefined, asOf: 0 }) });
  expect((await screen.findByRole('link', { name: 'brief.pdf' })).getAttribute('href')).toBe(url);
  expect(screen.queryByRole('button', { name: /^Extra/ })).toBeNull();
});

test('fields are grouped by HighLevel’s folders', async () => {
  await open('text', 'Slate', { folder: 'Survey' });
  const group = screen.getByRole('heading', { level: 3, name: 'Survey' });
  expect(group.nextElementSibling?.textContent).toContain('Extra');
});
