import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { note } from '../../helpers/fake-panel-data.ts';
import { renderWriting, timelineOf } from './arrange-writing.ts';

const body = () => screen.getByRole('textbox', { name: 'Note' });

async function edit(text: string) {
  const shown = renderWriting({ timeline: { view: timelineOf(note('n9', text, '11-18T15:34')) } });
  await screen.findByRole('button', { name: 'Add a note…' });
  await shown.user.keyboard('je');
  await screen.findByRole('form', { name: 'Edit: Note' });
  return shown;
}

/** Fires the events of typing into an editable element. */
function type(change: (editor: HTMLElement) => void) {
  change(body());
  fireEvent.input(body());
}

test('a note is a text with an optional title and pin', async () => {
  const { user, given, lastKept } = renderWriting();
  await user.click(await screen.findByRole('button', { name: 'Add note' }));
  await user.type(body(), 'Prefers the oak');
  await user.type(screen.getByRole('textbox', { name: 'Title (optional)' }), 'Colours');
  await user.click(screen.getByRole('checkbox', { name: 'Pinned' }));
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  expect(lastKept()).toEqual({ kind: 'note', title: 'Colours', body: 'Prefers the oak', pinned: true });
  expect(given('submitEntry')).toHaveLength(1);
});

test('an empty note shows an error', async () => {
  const { user } = renderWriting({}, { submit: () => ['body'] });
  await user.click(await screen.findByRole('button', { name: 'Add note' }));
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  expect(screen.getByText('Write something first.')).toBeTruthy();
});

test('a plain note is edited as text, with any characters', async () => {
  const { user, lastKept } = await edit('Two rooms');
  await user.type(body(), ' <b>oak</b>');
  expect(body().tagName).toBe('TEXTAREA');
  expect(lastKept()).toMatchObject({ body: 'Two rooms <b>oak</b>' });
});

const html =
  '<p style="color: red" data-id="7">Met at the <b>show</b></p><img src="https://pictures.example/a.png" alt="stand"><custom-part x="1">kept</custom-part>';

test('the untouched parts of an HTML note are saved unchanged', async () => {
  const { lastKept } = await edit(html);
  type((editor) => {
    within(editor).getByText('show').textContent = 'fair';
  });
  expect(lastKept()).toMatchObject({ body: html.replace('show', 'fair') });
});

test('an HTML note restored to its original is not sent', async () => {
  const messy = '<P>One &nbsp;two<br/></P>';
  const { user, given } = await edit(messy);
  type((editor) => editor.append('!'));
  type((editor) => editor.lastChild?.remove());
  await user.click(screen.getByRole('button', { name: 'Save note' }));
  expect(given('submitEntry')).toEqual([]);
});

test('a hostile note is inert while it is edited', async () => {
  await edit('<p onclick="alert(1)">Hi</p><img src="x" onerror="alert(1)"><script>alert(1)</script><iframe src="//x">');
  expect(body().innerHTML).not.toMatch(/onclick|onerror|src=|<script|<iframe|<img/);
});

test('pasting into an HTML note inserts only text', async () => {
  const { lastKept } = await edit('<p>Oak</p>');
  // jsdom has neither a clipboard nor the browser's own way to insert text.
  document.execCommand = (_command, _show, text) => {
    type((editor) => editor.querySelector('p')?.append(text ?? ''));
    return true;
  };
  const clipboard = { 'text/plain': ' and linen', 'text/html': '<b onclick="alert(1)"> and linen</b>' };
  fireEvent.paste(body(), { clipboardData: { getData: (kind: keyof typeof clipboard) => clipboard[kind] } });
  expect(lastKept()).toMatchObject({ body: '<p>Oak and linen</p>' });
});
