import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Failure } from '../../../engine/failure.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

async function refuse(failure: Partial<Failure>) {
  const shown = renderPanel();
  const whole: Failure = { side: 'highlevel', code: 'rejected', retryable: false, ...failure };
  shown.panel.setField('city', { draft: whole.side === 'grist' ? null : 'Leeds', mark: 'failed', failure: whole });
  await screen.findByRole('img', { name: 'Not saved: see below' });
  const field = screen.getByRole('button', { name: /^City/ }).closest<HTMLElement>('.field')!;
  return { ...shown, field: within(field) };
}

test('a refusal is shown beside the field, with HighLevel’s message as plain text', async () => {
  const { field } = await refuse({ complaint: 'city must be <b>real</b>' });
  expect(field.getByText('HighLevel says: city must be <b>real</b>')).toBeTruthy();
});

test('HighLevel’s current value is shown beside the rejected one', async () => {
  const { field } = await refuse({ complaint: 'city must be real' });
  expect(field.getByText('HighLevel still has London.')).toBeTruthy();
  expect(field.getByRole('button', { name: 'City: Leeds' })).toBeTruthy();
});

test('a temporary failure can be tried again', async () => {
  const { panel, user, field } = await refuse({ code: 'unreachable', retryable: true });
  await user.click(field.getByRole('button', { name: 'Try again' }));
  expect(callsOf(panel, 'retryField')).toEqual([['city']]);
});

test('a permanent failure cannot be tried again, and can be discarded', async () => {
  const { panel, user, field } = await refuse({ code: 'forbidden' });
  expect(field.queryByRole('button', { name: 'Try again' })).toBeNull();
  await user.click(field.getByRole('button', { name: 'Undo' }));
  expect(callsOf(panel, 'discardField')).toEqual([['city']]);
});

test('a value that changed meanwhile is resolved by the person', async () => {
  const { panel, user, field } = await refuse({ code: 'changed', theirs: 'York', retryable: true });
  expect(field.getByText('Changed in HighLevel in the meantime: York')).toBeTruthy();
  await user.click(field.getByRole('button', { name: 'Use mine' }));
  await user.click(field.getByRole('button', { name: 'Use theirs' }));
  expect(callsOf(panel, 'overwriteField')).toEqual([['city']]);
  expect(callsOf(panel, 'discardField')).toEqual([['city']]);
});

test('a save that reached only HighLevel shows that and its reason', async () => {
  const { field } = await refuse({ side: 'grist', code: 'access-rule' });
  const reason = 'This document’s access rules don’t let you change City.';
  expect(field.getByText(`Saved in HighLevel, not in Grist. ${reason}`)).toBeTruthy();
  expect(field.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('an unchanged rejected text is not sent again', async () => {
  const { panel, user } = await refuse({ complaint: 'no' });
  await user.click(screen.getByRole('button', { name: 'City: Leeds' }));
  await user.tab();
  expect(callsOf(panel, 'saveField')).toEqual([]);
});

test('a rejected field describes its valid values', async () => {
  const { panel } = renderPanel();
  panel.setField('email', {
    draft: 'grace@',
    mark: 'failed',
    failure: { side: 'highlevel', code: 'invalid', retryable: false },
  });
  await screen.findByText('Enter a full email address, like name@example.com.');
});
