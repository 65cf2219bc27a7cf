import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Screen } from '../../../widget/store/view.ts';
import type { Finds } from '../../../widget/store/views/linking.ts';
import { candidate, fakeLinking } from '../../helpers/fake-linking.ts';
import { row } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

type Parts = NonNullable<Parameters<typeof fakeLinking>[1]>;

const unlinked: Screen = { kind: 'unlinked', row: { ...row, contactId: '' } };

async function show(parts: Parts = {}, change: Parameters<typeof renderPanel>[0] = {}, shown: Screen = unlinked) {
  const calls: unknown[][] = [];
  const linking = fakeLinking(
    (name) =>
      (...given) =>
        void calls.push([name, ...given]),
    parts,
  );
  const rendered = renderPanel({ screen: signal(shown), linking: { load: async () => linking }, ...change });
  await screen.findByRole('heading', { level: 1 });
  await screen.findByRole('searchbox');
  return { ...rendered, linking, calls };
}

const finds = (step: Finds['step'], more: Partial<Finds> = {}) =>
  signal<Finds>({ step, candidates: [], failure: null, ...more });
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const match = (name: string) => within(screen.getByText(name).closest('li')!);

test('likely contacts are listed by name, each with its reasons and one button', async () => {
  await show();
  expect(title()).toBe('Is one of these Grace Kimani?');
  expect(screen.getByText(/We searched HighLevel for this row’s email and phone/)).toBeTruthy();
  expect(match('Grace Kimani').getByText('Same email')).toBeTruthy();
  expect(match('Grace Kimani').getByText('Same phone')).toBeTruthy();
  expect(match('Joseph Kimani').getByText('Linked to row 118')).toBeTruthy();
});

test('a click links, and so does L for the best one', async () => {
  const { user, calls } = await show();
  await user.click(screen.getByRole('button', { name: 'Link: Joseph Kimani' }));
  await user.keyboard('l');
  expect(calls).toEqual([
    ['link', 'joseph'],
    ['link', 'joseph'],
  ]);
  screen.getByRole('searchbox').blur();
  (document.activeElement as HTMLElement | null)?.blur();
  await user.keyboard('l');
  expect(calls.at(-1)).toEqual(['link', row.contactId]);
});

test('arrows move through the contacts, and Enter links', async () => {
  const { user, calls } = await show();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(calls).toEqual([['link', 'joseph']]);
});

test('single letters do nothing when switched off or in the search', async () => {
  localStorage.setItem('highlevel-panel:shortcuts', 'false');
  const { user, calls } = await show();
  await user.keyboard('l');
  await user.type(screen.getByRole('searchbox'), 'l');
  expect(calls).toEqual([['search', 'l']]);
});

test('a contact that is linked to another row needs a confirmation', async () => {
  const step = { contactId: 'joseph', step: 'taken', rows: [118], failure: null } as const;
  const { user, calls } = await show({ linking: signal(step) });
  expect(match('Joseph Kimani').getByRole('alert').textContent).toContain('Row 118 has this contact already.');
  await user.click(screen.getByRole('button', { name: 'Link anyway' }));
  expect(calls).toEqual([['link', 'joseph', true]]);
});

test('Grist’s refusal of a link is shown beside it', async () => {
  const failure = { side: 'grist', code: 'row-gone', retryable: false } as const;
  await show({ linking: signal({ contactId: 'joseph', step: 'failed', rows: [], failure }) });
  expect(match('Joseph Kimani').getByRole('alert').textContent).toBe(
    'Someone changed or deleted this row in the meantime.',
  );
});

test.each<[string, Parts, string, string]>([
  ['searching', { likely: finds('searching') }, 'Looking for Grace Kimani…', ''],
  ['nobody', { likely: finds('found') }, 'No contact matches this row.', 'Search HighLevel, or create the contact.'],
  [
    'nothing to search with',
    { likely: finds('nothing-to-search') },
    'Nothing to search by yet.',
    'Add an email or phone to the row, or search by name.',
  ],
  [
    'failed',
    { likely: finds('failed', { failure: { side: 'highlevel', code: 'unreachable', retryable: true } }) },
    'Couldn’t look in HighLevel.',
    'Can’t reach HighLevel. We look again in a moment.',
  ],
  [
    'one by name',
    { likely: finds('found', { candidates: [candidate({}, { reasons: ['name'] })] }) },
    'Is this Grace Kimani?',
    'This row isn’t linked yet. We searched HighLevel for this row’s name.',
  ],
])('%s has its heading and text', async (_, parts, heading, text) => {
  const { container } = await show(parts);
  expect(title()).toBe(heading);
  expect(container.querySelector('header')?.textContent).toContain(text);
});

test('typing searches, and the arrows move to the hits', async () => {
  const hit = candidate({ id: 'wanjiru', name: 'Wanjiru Kimani' });
  const { user, calls, linking } = await show({ likely: finds('found') });
  await user.type(screen.getByRole('searchbox', { name: 'Search HighLevel' }), 'wan');
  linking.found.value = { step: 'found', candidates: [hit], failure: null };
  await screen.findByText('1 contact found');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Link: Wanjiru Kimani' }));
  await user.keyboard('{Enter}');
  expect(calls.at(-1)).toEqual(['link', 'wanjiru']);
});

test('a search without hits shows a message, and Esc clears it', async () => {
  const { user, linking } = await show({ likely: finds('found'), text: signal('kimono'), found: finds('found') });
  expect(screen.getByText('No one in HighLevel matches “kimono”.')).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), '{Escape}');
  expect(linking.text.value).toBe('');
});

test('a viewer sees likely contacts without buttons', async () => {
  await show({}, { readOnly: signal(true) });
  expect(screen.getByText(/An editor of this document can link it/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('without a connection the connect screen is shown', async () => {
  const failure = { side: 'highlevel', code: 'not-connected', retryable: false } as const;
  const linking = fakeLinking(undefined, { likely: finds('failed', { failure }) });
  renderPanel({ screen: signal(unlinked), linking: { load: async () => linking } });
  expect(await screen.findByRole('heading', { name: 'Connect HighLevel' })).toBeTruthy();
});

test('another contact for a linked row can be searched until cancelled', async () => {
  const { panel, user } = await show({}, {}, { kind: 'change-link', row });
  expect(title()).toBe('Choose the right contact');
  expect(screen.queryByRole('button', { name: /Create contact/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.keyboard('{Escape}');
  expect(callsOf(panel, 'closeLinking')).toHaveLength(2);
});

test('a contact that only has the same name is never the green button', async () => {
  await show({ likely: finds('found', { candidates: [candidate({ id: 'a' }, { reasons: ['name'] })] }) });
  expect(screen.getByRole('button', { name: 'Link: Grace Kimani' }).className).not.toContain('primary');
  expect(screen.getByText('Same name').className).not.toContain('green');
});

test('what tells contacts of one name apart stands beside what the row holds', async () => {
  const one = candidate({ id: 'a', phone: '+254700000001', city: 'Nairobi', lastActivity: Date.UTC(2026, 10, 3) });
  const other = candidate({ id: 'b', email: 'grace@home.example', city: 'Mombasa', lastActivity: null });
  const { linking } = await show({ likely: finds('found', { candidates: [one, other] }) });
  const { email = '', phone = '' } = linking.row.value?.values ?? {};
  expect(screen.getByText(/^The row:/).textContent).toContain(`${email} · ${phone}`);
  const [first, second] = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(first).toMatch(/\+254700000001.*Nairobi.*last active 3 Nov 2026/);
  expect(second).toMatch(/grace@home\.example.*Mombasa.*added/);
});
