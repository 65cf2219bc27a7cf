import { signal } from '@preact/signals';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { note, timeline } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

function showNote(body: string) {
  const groups = [{ kind: 'undated', day: null, entries: [note('n1', body, '11-19T10:00')] }] as const;
  renderPanel({ timeline: { view: signal({ ...timeline, groups }) } });
  return screen.getByRole('listitem', { name: /^Note/ });
}

const hostile = `<p>Hello <b>Ben</b></p><script>window.stolen = 1</script><img src="https://spy.example/x.png" alt="logo"
  onerror="window.stolen = 1"><svg onload="window.stolen = 1"></svg><a href="javascript:window.stolen=1">bad</a>
  <a href="https://good.example" onclick="window.stolen = 1">good</a><iframe src="https://spy.example"></iframe>
  <form action="https://spy.example"><input name="password"></form><p style="position:fixed;inset:0">over all</p>`;

test('a hostile note is inert', async () => {
  const entry = showNote(hostile);
  await within(entry).findByRole('link', { name: 'good' });
  expect(entry.querySelectorAll('script, img, svg[onload], iframe, form, input')).toHaveLength(0);
  expect(entry.querySelectorAll('[onclick], [onerror], [style*=fixed], [href^=javascript]')).toHaveLength(0);
  expect('stolen' in window).toBe(false);
});

test('a picture is not loaded but linked', async () => {
  const entry = showNote(hostile);
  const link = await within(entry).findByRole('link', { name: '[logo]' });
  expect(link.getAttribute('href')).toBe('https://spy.example/x.png');
});

test('links open in a new tab without a referrer', async () => {
  const link = await within(showNote(hostile)).findByRole('link', { name: 'good' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('bold text of a note is bold', async () => {
  const entry = showNote('<p>Hello <b>Ben</b></p>');
  await waitFor(() => expect(entry.querySelector('.note-body b')?.textContent).toBe('Ben'));
});

test('plain text with a less-than sign is unchanged', () => {
  const entry = showNote('Budget < 20k & no <deadline');
  expect(entry.textContent).toContain('Budget < 20k & no <deadline');
});

test('an address between angle brackets is shown, in plain text and in HTML', async () => {
  const plain = 'Spoke to Tom <tom@example.com>; caf&eacute;';
  expect(showNote(plain).textContent).toContain('Spoke to Tom <tom@example.com>; café');
  cleanup();
  const entry = showNote(`<p>Spoke to <b>Tom</b> <tom@example.com></p>`);
  await waitFor(() => expect(entry.querySelector('.note-body b')?.textContent).toBe('Tom'));
  expect(entry.textContent).toContain('Tom <tom@example.com>');
});

test('a note with bold words but no paragraphs keeps its line breaks', async () => {
  const entry = showNote('One\n<b>two</b>');
  await waitFor(() => expect(entry.querySelector('.note-body br')).not.toBeNull());
});

test('a long note can be expanded by a click and by Enter', async () => {
  const groups = [{ kind: 'undated', day: null, entries: [note('n1', 'word '.repeat(200), '11-19T10:00')] }] as const;
  const { user } = renderPanel({ timeline: { view: signal({ ...timeline, groups }) } });
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
  screen.getByRole('listitem', { name: /^Note/ }).focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Show more' }).getAttribute('aria-expanded')).toBe('false');
});
