import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Screen } from '../../../widget/store/view.ts';
import type { Creation, Finds } from '../../../widget/store/views/linking.ts';
import { candidates, fakeLinking } from '../../helpers/fake-linking.ts';
import { row } from '../../helpers/fake-panel-data.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const unlinked: Screen = { kind: 'unlinked', row: { ...row, contactId: '' } };
const unknownContact: Screen = { kind: 'unknown-contact', row };
const noCandidates = () => signal<Finds>({ step: 'found', candidates: [], failure: null });
const unreachable = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

async function show(creation: Creation, shown: Screen = unlinked, likely = noCandidates()) {
  const calls: unknown[][] = [];
  const parts = { likely, creation: signal(creation) };
  const linking = fakeLinking(
    (name) =>
      (...given) =>
        void calls.push([name, ...given]),
    parts,
  );
  const rendered = renderPanel({ screen: signal(shown), linking: { load: async () => linking } });
  if (shown === unknownContact) await screen.findByRole('button', { name: 'Clear the link' });
  await screen.findByRole('heading', { level: 1 });
  return { ...rendered, linking, calls };
}

/** The first is the panel's own alert; the last is always in the page, and empty. */
const panelAlert = async () => (await screen.findAllByRole('alert'))[0]!;
const press = (name: string | RegExp) => screen.findByRole('button', { name });

test('the button lists the values of the new contact', async () => {
  const { user, calls } = await show({ step: 'idle' });
  expect(await screen.findByText('Creates it in HighLevel from 6 mapped columns.')).toBeTruthy();
  await user.click(await press(/Create contact/));
  expect(calls).toEqual([['create']]);
});

test.each<[Creation['step'], string]>([
  ['checking', 'Looking for duplicates…'],
  ['creating', 'Creating…'],
  ['linking', 'Linking…'],
])('while it is %s the button cannot be pressed again', async (step, words) => {
  const { user, calls } = await show({ step } as Creation);
  const button = await press(words);
  await user.click(button);
  expect((button as HTMLButtonElement).disabled).toBe(true);
  expect(calls).toEqual([]);
});

test('missing and invalid values are listed', async () => {
  await show({
    step: 'incomplete',
    unnamed: true,
    obstacles: [{ field: 'website', label: null, problem: 'invalid' }],
  });
  const alert = await panelAlert();
  expect(alert.textContent).toContain('Add an email or phone to the row first');
  expect(alert.textContent).toContain('Website: Enter a web address, like https://example.com.');
});

test('an existing contact can be linked, or a duplicate created', async () => {
  const { user, calls } = await show({ step: 'duplicates', candidates, mayCreate: true });
  expect(await screen.findByRole('heading', { name: 'This contact already exists in HighLevel.' })).toBeTruthy();
  await user.click(await press('Link: Grace Kimani'));
  await user.click(await press('Create anyway'));
  await user.click(await press('Back'));
  expect(calls).toEqual([['link', row.contactId], ['create', true], ['dismiss']]);
});

test('no duplicate is offered where the location forbids them', async () => {
  await show({ step: 'duplicates', candidates, mayCreate: false });
  expect(await screen.findByText(/this location keeps one contact for each/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Create anyway' })).toBeNull();
});

test('a created but unlinked contact is linked by trying again', async () => {
  const failure = { side: 'grist', code: 'access-rule', retryable: false } as const;
  const { user, calls } = await show({ step: 'not-linked', contactId: 'x', failure });
  expect(await screen.findByRole('heading', { name: 'Created in HighLevel, not linked yet.' })).toBeTruthy();
  expect(screen.getByText(/access rules don’t let you change the contact id/)).toBeTruthy();
  await user.click(await press('Try again'));
  expect(calls).toEqual([['create']]);
});

test('an unknown outcome is shown as unknown', async () => {
  await show({ step: 'failed', failure: unreachable, unsure: true });
  expect((await panelAlert()).textContent).toContain('Trying again finds out, and makes no second one.');
});

test('a refusal shows its reason, and that nothing was created', async () => {
  const failure = {
    side: 'highlevel',
    code: 'rejected',
    complaint: 'email must be an email',
    retryable: false,
  } as const;
  const { user, calls } = await show({ step: 'failed', failure, unsure: false });
  expect((await panelAlert()).textContent).toContain('HighLevel says: email must be an email Nothing was created.');
  await user.click(await press('Back'));
  expect(calls).toEqual([['dismiss']]);
});

test('a deleted contact can be searched, created again, or unlinked', async () => {
  const { panel, user, calls } = await show({ step: 'idle' }, unknownContact);
  await user.click(await press('Search for it'));
  await user.click(await press('Create a new contact'));
  await user.click(await press('Clear the link'));
  await user.click(await press('Copy contact id'));
  expect(callsOf(panel, 'openLinking')).toHaveLength(1);
  expect(callsOf(panel, 'refresh')).toHaveLength(1);
  expect(callsOf(panel, 'copy')).toEqual([[row.contactId]]);
  expect(calls).toEqual([['create'], ['clear']]);
});

test('the likely successor of a deleted contact is offered', async () => {
  const likely = signal<Finds>({ step: 'found', candidates, failure: null });
  const { user, calls } = await show({ step: 'idle' }, unknownContact, likely);
  expect(await screen.findByRole('heading', { name: 'It may have been merged into:' })).toBeTruthy();
  await user.click(await press('Link: Grace Kimani'));
  expect(calls).toEqual([['link', row.contactId]]);
});

test('the blank row explains how it becomes a contact', async () => {
  renderPanel({ screen: signal<Screen>({ kind: 'new-row' }) });
  expect(await screen.findByText('Type an email or phone and we look for the contact.')).toBeTruthy();
});
