import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderPanel } from '../../helpers/render-panel.tsx';

const polite = (container: Element) => container.querySelector('[aria-live=polite]');

test('a saved edit is announced politely', async () => {
  const { panel, container } = renderPanel();
  panel.notices.announcement.value = { sequence: 1, code: 'entries-shown', count: 12 };
  await waitFor(() => expect(polite(container)?.textContent).toBe('12 entries shown'));
});

test('the same announcement is repeated', async () => {
  const { panel, container } = renderPanel();
  panel.notices.announcement.value = { sequence: 1, code: 'saved' };
  await waitFor(() => expect(polite(container)?.textContent).toBe('Saved'));
  const before = polite(container)?.firstChild;
  panel.notices.announcement.value = { sequence: 2, code: 'saved' };
  await waitFor(() => expect(polite(container)?.firstChild).not.toBe(before));
  expect(polite(container)?.textContent).toBe('Saved');
});

test('a refused edit interrupts, with its reason', async () => {
  const { panel } = renderPanel();
  panel.setField('email', { failure: { side: 'highlevel', code: 'conflict', retryable: false }, mark: 'failed' });
  panel.notices.announcement.value = { sequence: 1, code: 'save-failed' };
  const alert = await screen.findByRole('alert');
  await waitFor(() =>
    expect(alert.textContent).toBe('Saving failed: Another HighLevel contact already uses this email or phone.'),
  );
});
