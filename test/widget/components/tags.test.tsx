import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fakeContactWork } from '../../helpers/fake-panel-contact.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const saved = (...tags: string[]) => ['tags', tags.join('\n')];
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

async function openPicker(change: Parameters<typeof renderPanel>[0] = {}) {
  const shown = renderPanel(change);
  await shown.user.click(screen.getByRole('button', { name: 'Add a tag' }));
  return shown;
}

async function open() {
  const shown = await openPicker();
  await screen.findByRole('option', { name: 'newsletter' });
  return shown;
}

test('a cross removes a tag and leaves the others', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'Remove tag referral' }));
  expect(callsOf(panel, 'saveField')).toEqual([saved('interior designer', 'autumn show 2026')]);
});

test('the picker offers the location’s tags that the contact lacks', async () => {
  const { user } = await open();
  expect(options()).toEqual(['automation off', 'newsletter']);
  await user.keyboard('news');
  expect(options()[0]).toBe('newsletter');
});

test('a known tag is added by Enter, and the picker stays for the next', async () => {
  const { panel, user } = await open();
  await user.keyboard('aut{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([
    saved('interior designer', 'referral', 'autumn show 2026', 'automation off'),
  ]);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a tag' }));
  expect(document.activeElement).toHaveProperty('value', '');
});

test('a new tag is marked as added to the whole location', async () => {
  const { panel, user } = await open();
  await user.keyboard('Aut');
  const added = screen.getByRole('option', { name: /New tag “aut”/ });
  expect(added.textContent).toContain('Creates this tag for the whole location');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([saved('interior designer', 'referral', 'autumn show 2026', 'Aut')]);
});

test('a tag that the location or the contact has is not offered as new', async () => {
  const { user } = await open();
  await user.keyboard('NEWSLETTER');
  expect(options()).toEqual(['newsletter']);
  await user.clear(screen.getByRole('combobox', { name: 'Add a tag' }));
  await user.keyboard('Referral');
  expect(screen.queryByRole('option')).toBeNull();
});

test('Backspace in the empty picker removes the last tag', async () => {
  const { panel, user } = await open();
  await user.keyboard('x{Backspace}{Backspace}');
  expect(callsOf(panel, 'saveField')).toEqual([saved('interior designer', 'referral')]);
});

test('Esc closes the picker and restores the focus', async () => {
  const { panel, user } = await open();
  await user.keyboard('news{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a tag' })));
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('a tag can be added although the location’s tags cannot be read', async () => {
  const unread = fakeContactWork(() => () => {}, { tags: () => Promise.reject(new Error('cut')) });
  const { panel, user } = await openPicker({ contactWork: async () => unread });
  expect(await screen.findByText(/Couldn’t load/)).toBeTruthy();
  await user.keyboard('vip{Enter}');
  expect(callsOf(panel, 'saveField')).toHaveLength(1);
});

test('a refusal is shown under the tags', async () => {
  const { panel } = renderPanel();
  const failure = { side: 'highlevel', code: 'forbidden', retryable: false } as const;
  panel.setField('tags', { mark: 'failed', draft: 'vip', failure });
  expect(await screen.findByText('You aren’t allowed to change this in HighLevel.')).toBeTruthy();
});

test('a viewer sees tags without controls', async () => {
  const { panel } = renderPanel();
  panel.setField('tags', { editable: 'read-only' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add a tag' })).toBeNull());
  const list = within(screen.getByRole('list', { name: 'Tags' }));
  expect(list.getByText('referral')).toBeTruthy();
  expect(list.queryByRole('button')).toBeNull();
});
