import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { SetupStore, SetupView, TableOffer } from '../../../widget/store/views/setup.ts';
import { fakeSetup, offeredTable } from '../../helpers/fake-panel-setup.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

function show(view: SetupView, change: Partial<SetupStore> = {}, readOnly = false) {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  const store = fakeSetup(verb, view, change);
  const rendered = renderPanel({
    screen: signal({ kind: 'unmapped' }),
    readOnly: signal(readOnly),
    settings: { setup: async () => store },
  });
  return { ...rendered, calls };
}

const offer = (change: Partial<TableOffer> = {}): SetupView => ({
  step: 'offer',
  table: { ...offeredTable, ...change },
});

test('what was found in the table is said, with samples, and each match can be left out', async () => {
  const { user, calls } = show(offer());
  expect(await screen.findByText('CONTACTS has 1,510 rows.')).toBeTruthy();
  expect(screen.getByText('HL id').parentElement?.textContent).toBe('HL id holds contact ids, in 1,204 rows');
  expect(screen.getByText('4 columns').parentElement?.textContent).toBe('4 columns match fields');
  expect(screen.getByText('Grace Kimani · Jonas von Hohenstein')).toBeTruthy();
  expect(screen.getByText('To HighLevel only')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Keep Phone in sync with Phone' }));
  expect(calls).toEqual([['chooseMatch', 'Phone', false]]);
  expect(screen.getByRole('checkbox', { name: 'Keep Renewal in sync with Renewal date' })).toHaveProperty(
    'checked',
    false,
  );
});

test('the table is used, or fresh ones are made', async () => {
  const { user, calls } = show(offer());
  await user.click(await screen.findByRole('button', { name: 'Use this table' }));
  await user.click(screen.getByRole('button', { name: 'Start fresh' }));
  expect(calls[0]).toEqual(['useTable', 'HighLevel ID']);
  expect(calls[1]).toMatchObject(['startFresh', { contacts: 'Contacts', due: 'Due' }, 'HighLevel ID']);
});

test('a table that is set up on another page is taken over', async () => {
  const { user, calls } = show(offer({ setUpOn: 'Leads' }));
  expect((await screen.findByText('Leads')).parentElement?.textContent).toBe(
    'This table is set up already, on the page Leads.',
  );
  await user.click(screen.getByRole('button', { name: 'Use the same here' }));
  expect(calls).toEqual([['copySetup']]);
});

test('nothing found is said, too', async () => {
  show(offer({ idColumn: null, matches: [], following: 'none' }));
  expect(await screen.findByText(/^No column matches a field/)).toBeTruthy();
  expect(screen.getByText('HighLevel ID').parentElement?.textContent).toBe(
    'No column holds contact ids: HighLevel ID is added',
  );
  expect(screen.getByText(/^This page has no table of these rows/)).toBeTruthy();
});

test.each([
  ['summary', /is a summary: its rows are groups/],
  ['entries', /are not contacts: a column of it leads to/],
] as const)('a table of %s says why it cannot be used, and what can', async (kind, words) => {
  const { container } = show({ step: 'obstacle', kind, title: 'TASKS', of: 'Contacts' });
  await screen.findByText(/Data selection/);
  expect(container.textContent).toMatch(words);
  expect(container.textContent).toContain('SELECT BY');
  expect(screen.queryByRole('button', { name: 'Use this table' })).toBeNull();
});

test('a failure is said where it happened, and a viewer can press nothing', async () => {
  const failure = { side: 'grist', code: 'access-rule', retryable: false } as const;
  show(offer(), { failure: signal(failure) }, true);
  expect(await screen.findByText(/^This document’s access rules/)).toHaveProperty('role', 'alert');
  expect(screen.getByRole('button', { name: 'Use this table' })).toHaveProperty('disabled', true);
  expect(screen.getByText(/^Only editors and owners/)).toBeTruthy();
});

test('the steps by hand name SELECT BY, and stand alone where access rules hide the document', async () => {
  const { user } = show(offer());
  const button = await screen.findByRole('button', { name: 'Set up by hand' });
  expect(screen.queryByText('SELECT BY')).toBeNull();
  await user.click(button);
  expect(screen.getByText('SELECT BY')).toBeTruthy();
});
