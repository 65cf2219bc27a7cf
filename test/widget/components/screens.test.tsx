import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Screen } from '../../../widget/store/view.ts';
import { row } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;

const titles: [Screen, string][] = [
  [{ kind: 'outside-grist' }, 'This page lives inside Grist'],
  [{ kind: 'no-access', level: 'none' }, 'Allow access to this document'],
  [{ kind: 'unmapped' }, 'Set up this document'],
  [{ kind: 'no-row' }, 'Select a row'],
  [{ kind: 'new-row' }, 'New row'],
  [{ kind: 'unlinked', row: { ...row, contactId: '' } }, 'Is one of these Grace Kimani?'],
  [{ kind: 'unknown-contact', row }, 'Not in HighLevel any more'],
  [{ kind: 'refused', failure: { ...failure, code: 'not-connected' } }, 'HighLevel isn’t connected'],
  [{ kind: 'refused', failure: { ...failure, code: 'forbidden' } }, 'This document isn’t authorized'],
  [{ kind: 'refused', failure: { ...failure, code: 'unauthenticated' } }, 'HighLevel signed us out'],
  [{ kind: 'refused', failure: { ...failure, code: 'rejected' } }, 'This didn’t work'],
  [{ kind: 'settings' }, 'Settings'],
  [{ kind: 'contact' }, 'Grace Kimani'],
];

test.each(titles)('%o has its heading', async (shown, title) => {
  renderPanel({ screen: signal(shown) });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
});

test('loading the panel is announced', () => {
  renderPanel({ screen: signal({ kind: 'booting' }) });
  expect(screen.getByText('Loading the panel')).toBeTruthy();
});

test('the panel follows a change of screen', async () => {
  const { panel } = renderPanel({ screen: signal<Screen>({ kind: 'no-row' }) });
  panel.screen.value = { kind: 'contact' };
  expect(await screen.findByRole('heading', { level: 1, name: 'Grace Kimani' })).toBeTruthy();
});
