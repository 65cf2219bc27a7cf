import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test.each([
  ['doubtful', 'Changed in the grid to “Eldoret”. Send it?'],
  ['many-rows', 'More than 20 rows changed at once. In the grid: Eldoret'],
  ['by-setting', 'Changed in the grid: Eldoret'],
] as const)('a change that waits (%s) says why, and is sent or taken back with one click', async (asks, words) => {
  const { user, panel } = renderPanel();
  panel.setField('city', { mark: 'differs', asks, inGrist: 'Eldoret' });
  await screen.findByText(words);
  await user.click(screen.getByRole('button', { name: 'Send to HighLevel' }));
  await user.click(screen.getByRole('button', { name: 'Use HighLevel’s' }));
  expect(callsOf(panel, 'resolveConflict')).toEqual([
    ['city', 'grist', false],
    ['city', 'highlevel', false],
  ]);
});

test('what was sent from the grid is named with its fields', async () => {
  const { panel } = renderPanel();
  const show = (sent: object) => {
    panel.notices.toast.value = { id: 1, code: 'grid-sent', undoable: true, sent } as never;
  };
  show({ fields: [{ key: 'name', label: null }], of: '' });
  await screen.findByText('Name sent to HighLevel');
  show({ fields: [{ key: 'custom:x', label: 'Stage' }], of: 'Grace Kimani' });
  await screen.findByText('Stage of Grace Kimani sent to HighLevel');
  show({
    fields: [
      { key: 'name', label: null },
      { key: 'city', label: null },
    ],
    of: '',
  });
  await screen.findByText('2 fields sent to HighLevel');
});
