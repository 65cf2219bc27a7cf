import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ConflictView } from '../../../widget/store/views/sync.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

const at = Date.UTC(2026, 10, 17, 16, 2);

function showFolded(change: Partial<ConflictView> = { deferred: true }) {
  const shown = renderPanel();
  const conflict: ConflictView = {
    before: { value: '14 Riverside Walk, London SE1', at },
    grist: '14 Riverside Walk, Flat 3, London SE1',
    highlevel: '14 Riverside Walk, London SE1 9PP',
    gristBy: { name: 'Lena Fischer', at },
    highlevelBy: null,
    deferred: false,
    ...change,
  };
  shown.panel.setField('address1', { mark: 'conflict', conflict });
  return shown;
}

async function show(change: Partial<ConflictView> = {}) {
  const shown = showFolded(change);
  const card = within(await screen.findByRole('region', { name: /^Street/ }));
  return { ...shown, card };
}

test('all three values are shown side by side, with author and time if known', async () => {
  const { card } = await show();
  expect(card.getByText('Changed in both places since Tue 17 Nov.')).toBeTruthy();
  expect(card.getAllByRole('button').map((button) => button.textContent)).toEqual([
    expect.stringContaining('Before14 Riverside Walk, London SE1Matched'),
    expect.stringMatching(/^In Grist14 Riverside Walk, Flat 3, London SE1Lena Fischer/),
    'In HighLevel14 Riverside Walk, London SE1 9PPUse 3',
    'Type another value E',
    'Decide later',
  ]);
});

test('the words that changed are marked', async () => {
  const { container } = await show();
  expect([...container.querySelectorAll('.conflict ins')].map(({ textContent }) => textContent?.trim())).toEqual([
    'Flat 3,',
    '9PP',
  ]);
});

test.each([
  ['1', 'before'],
  ['2', 'grist'],
  ['3', 'highlevel'],
])('the key %s uses the value %s', async (key, choice) => {
  const { panel, user, card } = await show();
  card.getAllByRole('button')[0]?.focus();
  await user.keyboard(key);
  expect(callsOf(panel, 'resolveConflict')).toEqual([['address1', choice, false]]);
});

test('pointing at a choice previews its effect and changes nothing', async () => {
  const { panel, user, card } = await show();
  await user.hover(card.getByRole('button', { name: /^In Grist/ }));
  expect(card.getByText(/to HighLevel\. Grist stays as it is\./)).toBeTruthy();
  expect(callsOf(panel, 'resolveConflict')).toEqual([]);
});

test('the choice can be set as the column’s rule', async () => {
  const { panel, user, card } = await show();
  await user.hover(card.getByRole('button', { name: /^In HighLevel/ }));
  await user.click(card.getByRole('checkbox', { name: 'Always use HighLevel for this column' }));
  await user.click(card.getByRole('button', { name: /^In HighLevel/ }));
  expect(callsOf(panel, 'resolveConflict')).toEqual([['address1', 'highlevel', true]]);
});

test('a postponed conflict is one line, and can be resolved later', async () => {
  const { user } = showFolded();
  expect(await screen.findByText('Changed in both places: to be decided.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Decide' }));
  expect(screen.getByRole('region', { name: /^Street/ })).toBeTruthy();
});

test('a conflict can be postponed', async () => {
  const { panel, user, card } = await show();
  await user.click(card.getByRole('button', { name: 'Decide later' }));
  expect(callsOf(panel, 'deferConflict')).toEqual([['address1']]);
});

test('another value can be typed instead', async () => {
  const { user, card } = await show();
  await user.click(card.getByRole('button', { name: /^Type another value/ }));
  expect(await screen.findByRole('textbox', { name: /^Street/ })).toBe(document.activeElement);
});

test('a conflict without a common base offers no earlier value', async () => {
  const { card } = await show({ before: null });
  expect(card.getByText('These values have never matched.')).toBeTruthy();
  expect(card.queryByRole('button', { name: /^Before/ })).toBeNull();
});
