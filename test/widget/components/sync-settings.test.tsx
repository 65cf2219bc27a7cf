import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { BindingView } from '../../../widget/store/views/sync.ts';
import { fakeMapping } from '../../helpers/fake-panel-sync.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const phone: BindingView = {
  colId: 'Phone',
  field: 'phone',
  direction: 'both',
  transform: { kind: 'phone', country: 'GB', inGrist: 'national' },
  onConflict: 'ask',
  columnLabel: 'Mobile',
  columnType: 'Text',
  fieldLabel: null,
  preview: [{ text: '020 7946 0182', becomes: '+442079460182' }],
  problems: [],
  remedy: null,
  fixed: null,
  alternatives: [],
  isAmbiguous: false,
};

function show(binding: Partial<BindingView> = {}) {
  const calls: unknown[][] = [];
  const mapping = {
    ...fakeMapping(
      (name) =>
        (...given) =>
          void calls.push([name, ...given]),
    ),
    bindings: signal([{ ...phone, ...binding }]),
    freeColumns: signal([{ colId: 'Size', label: 'Team size', type: 'Numeric' }]),
    freeFields: signal([{ field: 'custom:f1' as const, label: 'Team size' }]),
  };
  return {
    ...renderPanel({ screen: signal({ kind: 'settings' }), settings: { mapping: async () => mapping } }),
    calls,
  };
}

test('each column shows its field, direction and transform', async () => {
  show();
  expect(await screen.findByText('Mobile')).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Sync direction for Mobile' })).toHaveProperty('value', 'both');
  expect(screen.getByText('National number of GB: 020 7946 0182 → +442079460182')).toBeTruthy();
});

test('the direction is chosen in words', async () => {
  const { user, calls } = show();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Sync direction for Mobile' }), '← to Grist');
  expect(calls).toEqual([['change', 'phone', { direction: 'to-grist' }]]);
});

test('what is in the way of a column is said, with a button that changes its type', async () => {
  const { user, calls } = show({
    direction: 'to-grist',
    problems: [{ code: 'numbers', samples: [] }],
    remedy: { kind: 'change-type', to: 'Text' },
  });
  expect(
    await screen.findByText('“Mobile” holds numbers, and Phone is text: it loses the zeros at its start there.'),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change the column’s type to Text' }));
  expect(calls).toEqual([['changeType', 'phone', 'Text']]);
});

test('a column whose texts may mean two things is read as the person says', async () => {
  const alternatives = (['dmy', 'mdy'] as const).map((format) => ({ kind: 'date', format, separator: '/' }) as const);
  const { user, calls } = show({ transform: alternatives[0]!, alternatives, isAmbiguous: true });
  const how = await screen.findByRole('combobox', { name: 'How is Mobile read?' });
  expect(how).toHaveProperty('value', '');
  await user.selectOptions(how, 'Date as mm/dd/yyyy');
  expect(calls).toEqual([['change', 'phone', { transform: alternatives[1] }]]);
});

test('a further column is joined to a custom field', async () => {
  const { user, calls } = show();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Column' }), 'Team size');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Field' }), 'Team size');
  expect(calls).toEqual([['add', 'Size', 'custom:f1']]);
});

test('the rule for conflicts is chosen once for all columns', async () => {
  const { user, calls } = show();
  await user.click(await screen.findByRole('radio', { name: /^HighLevel wins/ }));
  await user.click(screen.getByRole('checkbox', { name: /^Send changes made in the grid/ }));
  await user.click(screen.getByRole('button', { name: 'Match automatically' }));
  expect(calls).toEqual([['decideBy', 'highlevel'], ['setAutomatic', false], ['guess']]);
  expect(screen.getByText(/^No further column matches a field/)).toHaveProperty('role', 'status');
});

test('a formula column only sends, and has no choice', async () => {
  show({ direction: 'to-highlevel', fixed: 'computed' });
  expect(await screen.findByText('Formula column: Grist → HighLevel only.')).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Sync direction for Mobile' })).toHaveProperty('disabled', true);
});

test('a column with its own rule shows it, and can return to the common one', async () => {
  const { user, calls } = show({ onConflict: 'grist' });
  await user.click(await screen.findByRole('button', { name: 'Use the default rule for Mobile' }));
  expect(calls).toEqual([['change', 'phone', { onConflict: 'ask' }]]);
});
