import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Failure } from '../../../engine/failure.ts';
import type { ConnectionView } from '../../../widget/store/views/connection.ts';
import { fakeConnecting } from '../../helpers/fake-panel.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const notConnected: Failure = { side: 'highlevel', code: 'not-connected', retryable: false };
const connection = { locationId: 'L', locationName: 'Northlight', connectedAt: null, scopes: [], broken: false };

function show(view: Partial<ConnectionView> = {}, failure: Failure = notConnected) {
  const calls: unknown[][] = [];
  const connecting = fakeConnecting(
    view,
    (name) =>
      (...given) =>
        void calls.push([name, ...given]),
  );
  const shown = signal({ kind: 'refused' as const, failure });
  return { ...renderPanel({ screen: shown, connecting: async () => connecting }), calls };
}

test('an owner is offered to connect', async () => {
  const { user, calls } = show();
  await user.click(await screen.findByRole('button', { name: 'Connect' }));
  expect(calls).toEqual([['connect']]);
});

test('an editor sees who can connect', async () => {
  show({ canConnect: false });
  expect(await screen.findByText('Only an owner of this document can connect it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
});

test('an ended sign-in has another message than a missing one', async () => {
  show({ connection: { ...connection, broken: true } });
  expect(await screen.findByRole('heading', { name: 'HighLevel signed us out' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Connect again' })).toBeTruthy();
});

test('while the window is open, the sign-in can be cancelled or its code pasted', async () => {
  const { user, calls } = show({ step: 'signing-in' });
  await user.click(await screen.findByText('Does that window show a code?'));
  await user.type(screen.getByLabelText('Code from the window'), 'abc');
  await user.click(screen.getByRole('button', { name: 'Use this code' }));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(calls).toEqual([['claim', 'abc'], ['cancel']]);
});

test('an agency picks one of its locations', async () => {
  const { user, calls } = show({
    step: 'choosing',
    locations: [
      { id: 'L1', name: 'Leeds' },
      { id: 'L2', name: 'York' },
    ],
  });
  await user.click(await screen.findByRole('button', { name: 'York' }));
  expect(calls).toEqual([['choose', 'L2']]);
});

test('a blocked window is explained', async () => {
  show({ problem: 'window-blocked' });
  expect(await screen.findByText(/Allow pop-ups/)).toBeTruthy();
});

test.each([
  ['anonymous', 'Sign in to Grist first'],
  ['fork', 'This is a fork or an unsaved copy'],
  ['unknown-origin', 'doesn’t know this Grist'],
  ['grist-behind-sign-on', 'behind a sign-on'],
])('the refusal %s has its own message', async (reason, sentence) => {
  show({}, { ...notConnected, code: 'forbidden', reason });
  expect(await screen.findByText(new RegExp(sentence))).toBeTruthy();
});

test('settings name the location, and an owner disconnects it after confirming', async () => {
  const calls: unknown[][] = [];
  const connecting = fakeConnecting(
    { connection },
    (name) =>
      (...given) =>
        void calls.push([name, ...given]),
  );
  const { user } = renderPanel({ screen: signal({ kind: 'settings' }), connecting: async () => connecting });
  await user.click(await screen.findByRole('button', { name: 'Disconnect' }));
  expect(calls).toEqual([]);
  const dialog = screen.getByRole('alertdialog', { name: 'Disconnect this location?' });
  expect(dialog.textContent).toContain('Rows and HighLevel stay as they are');
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(calls).toEqual([['disconnect']]);
});
