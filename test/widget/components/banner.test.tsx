import { signal } from '@preact/signals';
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { fieldViews, now } from '../../helpers/fake-panel-data.ts';
import { fakeSetup } from '../../helpers/fake-panel-setup.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

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
  expect(screen.getByText(/API limit is used up/).textContent).toContain('Today, 17:31');
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

test('where HighLevel does not respond the banner says so, and it can be tried at once', async () => {
  const { panel, user } = renderPanel({ banner: signal({ kind: 'down', who: 'highlevel', asOf: now }) });
  expect((await screen.findByText('HighLevel isn’t responding.')).parentElement?.textContent).toBe(
    'HighLevel isn’t responding. You see what was read at 14:31. Edits are kept and sent later.',
  );
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(callsOf(panel, 'refresh')).toEqual([[]]);
});

test('where nothing was read the row’s own values stay, and no count says 0', () => {
  const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
  const counts = { all: 0, task: 0, note: 0, appointment: 0 };
  const failures = { task: failure, note: failure, appointment: failure };
  renderPanel({
    banner: signal({ kind: 'down', who: 'proxy', asOf: undefined }),
    contact: signal({ data: undefined, loading: false, error: failure, asOf: undefined }),
    timeline: { view: signal({ groups: [], counts, total: 0, loading: false, failures }) },
  });
  expect(screen.getByText('Can’t reach the sync service.')).toBeTruthy();
  expect(screen.getByRole('link', { name: /7946/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tasks' })).toBeTruthy();
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

test('a section that follows no table can be linked, and where it cannot, the way is said', async () => {
  const verb = () => () => {};
  const setup = { ...fakeSetup(verb), follow: async () => false };
  renderPanel({ banner: signal({ kind: 'follows-nothing' }), settings: { setup: async () => setup } });
  (await screen.findByRole('button', { name: 'Follow the table' })).click();
  expect((await screen.findByText('SELECT BY')).parentElement?.textContent).toContain('Data selection');
});
