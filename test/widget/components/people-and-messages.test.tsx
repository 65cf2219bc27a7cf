import { signal } from '@preact/signals';
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { FollowersView } from '../../../widget/store/views/contact.ts';
import { fakeContactWork } from '../../helpers/fake-panel-contact.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const rowOf = (label: string) => within(screen.getByText(label, { selector: 'dt' }).closest<HTMLElement>('.field')!);

test('the pill of a closed channel opens a menu that opens it', async () => {
  const { panel, user } = renderPanel();
  const [pill] = screen.getAllByRole('button', { name: /^No SMS/ });
  await user.click(pill!);
  const sms = screen.getByRole('menuitemcheckbox', { name: 'SMS' });
  expect(sms.getAttribute('aria-checked')).toBe('true');
  await user.click(sms);
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Calls' }));
  expect(callsOf(panel, 'saveField')).toEqual([
    ['dnd:sms', 'inactive'],
    ['dnd:call', 'active'],
  ]);
});

test('a channel that is closed for good is shown and cannot be changed', async () => {
  const { panel, user } = renderPanel();
  panel.setField('dnd:sms', { value: 'permanent' });
  await user.click(screen.getAllByRole('button', { name: /^No SMS/ })[0]!);
  const sms = screen.getByRole('menuitemcheckbox', { name: 'SMS' });
  expect(sms.getAttribute('aria-disabled')).toBe('true');
  expect(sms.title).toContain('Permanently blocked');
  await user.click(sms);
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('channels can be closed where none is', async () => {
  const { panel, user } = renderPanel();
  panel.setField('dnd:sms', { value: 'inactive' });
  await user.click(await screen.findByRole('button', { name: /^All channels allowed/ }));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['dnd:email', 'active']]);
});

test('a refused channel shows its reason', async () => {
  const { panel } = renderPanel();
  const complaint = 'Not authorized to update permanent dnd setting for SMS';
  const failure = { side: 'highlevel', code: 'rejected', complaint, retryable: false } as const;
  panel.setField('dnd:sms', { mark: 'failed', draft: 'inactive', failure });
  expect(await screen.findByText(`HighLevel says: ${complaint}`)).toBeTruthy();
});

test('followers are added from the users and taken away', async () => {
  const { panel, user } = renderPanel();
  await user.click(await screen.findByRole('button', { name: 'Remove follower Ama Boateng' }));
  await user.click(screen.getByRole('button', { name: 'Add a follower' }));
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    'Ben Osei',
    'Lena Fischer',
  ]);
  await user.keyboard('len{Enter}');
  expect(panel.calls).toEqual([
    ['unfollow', 'ama'],
    ['follow', 'lena'],
  ]);
});

test('refused followers show their reason', async () => {
  const failure = { side: 'highlevel', code: 'forbidden', retryable: false } as const;
  const followers = signal<FollowersView>({ ids: [], saving: false, failure });
  renderPanel({ contactWork: async () => fakeContactWork(() => () => {}, { followers }) });
  expect(await screen.findByText('You aren’t allowed to change this in HighLevel.')).toBeTruthy();
});

test('a business is searched by name and linked', async () => {
  const { panel, user } = renderPanel();
  await user.click(await screen.findByRole('button', { name: 'Business: Add' }));
  await screen.findByRole('option', { name: 'Loft & Co' });
  await user.keyboard('loft{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['business', 'loft']]);
});

test('a linked business can be unlinked, and lists its other contacts with their pages and rows', async () => {
  const { panel, user } = renderPanel();
  panel.setField('business', { value: 'kimani' });
  await user.click(await screen.findByRole('button', { name: 'Other contacts at this business' }));
  const others = within(await screen.findByRole('region', { name: 'Other contacts at Kimani Interiors' }));
  const [joseph] = await others.findAllByRole('link');
  expect(joseph?.textContent).toContain('Row 12');
  expect(joseph?.getAttribute('href')).toBe(
    'https://app.gohighlevel.com/v2/location/northlight/contacts/detail/joseph',
  );
  await user.click(screen.getByRole('button', { name: 'Business: Kimani Interiors' }));
  await user.click(await screen.findByRole('option', { name: 'No business' }));
  expect(callsOf(panel, 'saveField')).toEqual([['business', '']]);
});

test('the time zone is picked from a list', async () => {
  const { panel, user } = renderPanel();
  await user.click(await screen.findByRole('button', { name: 'Time zone: Europe/London' }));
  await screen.findByRole('listbox');
  await user.keyboard('nairobi{Enter}');
  expect(callsOf(panel, 'saveField')).toEqual([['timezone', 'Africa/Nairobi']]);
});

test('HighLevel’s own fields can be read, not changed', async () => {
  const { user } = renderPanel();
  await user.click(await screen.findByText('In HighLevel'));
  expect(rowOf('Added').getByText(/3 Sep/)).toBeTruthy();
  expect(rowOf('Added').queryByRole('button')).toBeNull();
});

test('a viewer sees people and channels read-only', async () => {
  renderPanel({ readOnly: signal(true) });
  await waitFor(() => expect(rowOf('Followers').getByText('Ama Boateng')).toBeTruthy());
  expect(rowOf('Followers').queryByRole('button')).toBeNull();
  expect(rowOf('Do not disturb').queryByRole('button')).toBeNull();
});
