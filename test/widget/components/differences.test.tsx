import { signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { DifferenceView, DriftView } from '../../../widget/store/views/drift.ts';
import { contact } from '../../helpers/fake-panel-data.ts';
import { fakeDrift } from '../../helpers/fake-panel-sync.ts';
// A browser loads it when it is first opened; here it is loaded at once.
import '../../../widget/components/settings/Settings.tsx';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const difference = (change: Partial<DifferenceView> = {}): DifferenceView => ({
  rowId: 4,
  contactId: contact.id,
  field: 'city',
  outcome: 'to-highlevel',
  grist: 'York',
  highlevel: 'Leeds',
  name: 'Grace Kimani',
  label: null,
  kind: 'text',
  sendable: true,
  takeable: true,
  busy: false,
  failure: null,
  ...change,
});

const checked = { step: 'done', rows: 200, total: 200, done: 200, asOf: Date.UTC(2026, 10, 20, 14) } as const;

/** The settings, on their tab of the check. */
async function show(view: Partial<DriftView> = {}, change: Parameters<typeof renderPanel>[0] = {}) {
  const calls: unknown[][] = [];
  const drift = fakeDrift(
    (name) =>
      (...given) =>
        void calls.push([name, ...given]),
    view,
  );
  const shown = renderPanel({ screen: signal({ kind: 'settings' }), differences: async () => drift, ...change });
  await shown.user.click(await screen.findByRole('tab', { name: 'Check' }));
  const region = within(await screen.findByRole('region', { name: 'Check the table' }));
  await region.findByRole('button', { name: /^Check|^Stop/ });
  return { ...shown, region, calls };
}

test('an unchecked table offers only the check', async () => {
  const { user, region, calls } = await show();
  expect(region.queryByText(/rows/)).toBeNull();
  await user.click(region.getByRole('button', { name: 'Check now' }));
  expect(calls).toEqual([['check']]);
});

test('a check without differences shows one number', async () => {
  const { region } = await show(checked);
  expect(region.getByRole('status').textContent).toContain('0 of 200 rows differ');
  expect(region.getByText('All compared rows match.')).toBeTruthy();
  expect(region.queryByRole('button', { name: /^Send/ })).toBeNull();
});

test('a check shows its progress and can be stopped', async () => {
  const { user, region, calls } = await show({ ...checked, step: 'checking', done: 120 });
  expect(region.getByRole('progressbar').getAttribute('value')).toBe('120');
  expect(region.getByText('120 of 200 rows compared')).toBeTruthy();
  await user.click(region.getByRole('button', { name: 'Stop' }));
  expect(calls).toEqual([['stop']]);
});

test('a line shows the row, the field and both values, and resolves either way', async () => {
  const one = difference();
  const { user, region, calls } = await show({ ...checked, differing: 1, differences: [one], flowing: 1 });
  expect(region.getByText(/rows differs/)).toBeTruthy();
  const line = within(region.getByText('City').closest('li')!);
  expect([line.getByText('York'), line.getByText('Leeds'), line.getByText('Changed in Grist')].length).toBe(3);
  await user.click(line.getByRole('button', { name: 'Use Grist’s: City of Grace Kimani' }));
  expect(document.activeElement).toBe(region.getByRole('list', { name: 'Differences' }));
  await user.click(line.getByRole('button', { name: 'Use HighLevel’s: City of Grace Kimani' }));
  await user.click(region.getByRole('button', { name: 'Send 1 change' }));
  expect(calls).toEqual([['useGrist', one], ['useHighLevel', one], ['sendAll']]);
});

test('a direction that the column excludes is not offered', async () => {
  const { region } = await show({ ...checked, differences: [difference({ takeable: false })] });
  expect(region.getByRole('button', { name: /^Use Grist/ })).toBeTruthy();
  expect(region.queryByRole('button', { name: /^Use HighLevel/ })).toBeNull();
});

test('a line that is being written cannot be resolved again', async () => {
  const { region } = await show({ ...checked, differences: [difference({ busy: true })] });
  expect(region.getByText('Writing…')).toBeTruthy();
  expect(region.queryByRole('button', { name: /^Use/ })).toBeNull();
});

test('a refusal is shown under its line', async () => {
  const failure = { side: 'highlevel', code: 'rejected', complaint: 'city is too long', retryable: false } as const;
  const { region } = await show({ ...checked, differences: [difference({ failure })] });
  expect(region.getByText(/city is too long/)).toBeTruthy();
});

test('a viewer can check but not write', async () => {
  const { region } = await show({ ...checked, differences: [difference()], flowing: 1 }, { readOnly: signal(true) });
  const buttons = region.getAllByRole<HTMLButtonElement>('button', { name: /^(Use|Send)/ });
  expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true, true]);
  expect(region.getByRole<HTMLButtonElement>('button', { name: 'Check again' }).disabled).toBe(false);
});

test('showing a row leaves the settings', async () => {
  const { user, region, calls, panel } = await show({ ...checked, differences: [difference()] });
  await user.click(region.getByRole('button', { name: 'Show Grace Kimani' }));
  expect(calls).toEqual([['showRow', 4]]);
  expect(callsOf(panel, 'closeSettings')).toEqual([[]]);
});

test('deleted and unreadable rows are listed with the reason', async () => {
  const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
  const { region } = await show({
    ...checked,
    step: 'stopped',
    done: 150,
    unlinked: 3,
    gone: [{ rowId: 8, name: 'Joseph Kimani' }],
    unread: [{ rowId: 9, name: '', failure }],
  });
  expect(region.getByText('Stopped after 150 of 200 rows.')).toBeTruthy();
  expect(region.getByText('3 rows without a contact were left out.')).toBeTruthy();
  expect(within(region.getByRole('region', { name: /Not in HighLevel/ })).getByText('Joseph Kimani')).toBeTruthy();
  expect(within(region.getByRole('region', { name: /be checked/ })).getByText('Row 9')).toBeTruthy();
});

test('a table without mapped columns is not reported as equal', async () => {
  const { region } = await show({ ...checked, columns: 0 });
  expect(region.getByText(/nothing to compare/)).toBeTruthy();
  expect(region.queryByText(/both sides|rows differ/)).toBeNull();
});

test('a long list is shown in parts', async () => {
  const differences = Array.from({ length: 120 }, (_, rowId) => difference({ rowId, name: `Row name ${rowId}` }));
  const { user, region } = await show({ ...checked, differing: 120, differences });
  expect(region.getAllByText('City').length).toBe(50);
  await user.click(region.getByRole('button', { name: 'Show 50 more' }));
  expect(region.getAllByText('City').length).toBe(100);
});
