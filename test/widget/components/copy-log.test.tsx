import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { CopyView } from '../../../widget/store/views/sync.ts';
import { fakeActivity } from '../../helpers/fake-panel-sync.ts';
// A browser loads it when it is first opened; here it is loaded at once.
import '../../../widget/components/settings/Settings.tsx';
import { renderPanel } from '../../helpers/render-panel.tsx';

async function show(view: Partial<CopyView> = {}, change: Parameters<typeof renderPanel>[0] = {}) {
  const copy = vi.fn();
  const copying = signal<CopyView>({ step: 'idle', added: 0, failure: null, ...view });
  const activity = async () => ({ ...fakeActivity(() => () => {}), copying, copy });
  const shown = renderPanel({ screen: signal({ kind: 'settings' }), activity, ...change });
  await shown.user.click(await screen.findByRole('tab', { name: 'Activity' }));
  return { ...shown, copy, button: await screen.findByRole<HTMLButtonElement>('button', { name: /^Cop/ }) };
}

test('a click copies the log', async () => {
  const { user, button, copy } = await show();
  await user.click(button);
  expect(copy).toHaveBeenCalledOnce();
});

test.each([
  [0, 'The table HighLevel_Activity already has everything.'],
  [1, '1 entry added to HighLevel_Activity.'],
  [12, '12 entries added to HighLevel_Activity.'],
])('a copy of %i new entries is announced', async (added, message) => {
  await show({ step: 'done', added });
  expect(screen.getByText(message)).toBeTruthy();
});

test('a running copy cannot be started again', async () => {
  const { button } = await show({ step: 'busy' });
  expect([button.textContent, button.disabled]).toEqual(['Copying…', true]);
});

test('a document’s refusal is shown', async () => {
  await show({ failure: { side: 'grist', code: 'access-rule', retryable: false } });
  const message = (await screen.findByText(/access rule/)).textContent;
  expect(message).not.toMatch(/saved/i);
});

test('a viewer cannot copy', async () => {
  const { button } = await show({}, { readOnly: signal(true) });
  expect(button.disabled).toBe(true);
});
