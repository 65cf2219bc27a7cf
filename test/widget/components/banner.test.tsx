import { signal } from '@preact/signals';
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fieldViews, now } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const slowDown = { kind: 'rate-limited', until: now + 24_000 } as const;

test('a rate limit counts down, and the old data stays', async () => {
  const { panel } = renderPanel({ banner: signal(slowDown), status: signal({ ...slowDown, asOf: now }) });
  expect(screen.getByText('0:24')).toBeTruthy();
  panel.now.value = now + 15_000;
  await screen.findByText('0:09');
  expect(screen.getByRole('heading', { level: 1, name: 'Grace Kimani' })).toBeTruthy();
  expect(screen.getByText('As of 14:31')).toBeTruthy();
});

test('an exhausted daily budget shows when it resumes', () => {
  renderPanel({ banner: signal({ kind: 'rate-limited', until: now + 3 * 3_600_000 }) });
  expect(screen.getByText(/budget for today is used up/).textContent).toContain('Today, 17:31');
});

test('the countdown is announced once', async () => {
  const { panel } = renderPanel({ banner: signal(slowDown) });
  const spoken = 'HighLevel asked us to slow down. Trying again in 24 seconds.';
  expect(screen.getByText(spoken)).toBeTruthy();
  panel.now.value = now + 15_000;
  await screen.findByText('0:09');
  expect(screen.getByText(spoken)).toBeTruthy();
});

test('refreshing is disabled while HighLevel limits calls', () => {
  renderPanel({ status: signal({ ...slowDown, asOf: now }) });
  expect(screen.getByRole('button', { name: 'Refresh' })).toHaveProperty('disabled', true);
});

test('offline, the banner leads to the pending changes', async () => {
  const { panel, user } = renderPanel({ banner: signal({ kind: 'offline', waiting: 2 }) });
  panel.setField('source', { mark: 'unsaved' });
  await user.click(screen.getByRole('button', { name: 'Show' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Source/ })));
  expect(screen.getByText('You’re offline. 2 edits are kept and will be sent when you’re back.')).toBeTruthy();
});

test('a viewer sees the reason why nothing can be changed', () => {
  renderPanel({
    banner: signal({ kind: 'read-only' }),
    readOnly: signal(true),
    fields: { shown: signal(fieldViews.map((field) => ({ ...field, editable: 'read-only' as const }))) },
  });
  expect(screen.getByText(/You can look but not change things here/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^City/ })).toBeNull();
  expect(screen.getByText('London')).toBeTruthy();
});
