import { expect, test, vi } from 'vitest';
import { startPanel } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';

test('the panel is up to date only when both sides were compared, so that a change of the grid is an edit', async () => {
  const memory = await createTestState();
  let answer = () => {};
  const { readBase } = memory.state;
  vi.spyOn(memory.state, 'readBase').mockImplementation(async (...asked) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return readBase(...asked);
  });
  const { panel, grist, contact } = await startPanel({ linked: 1, memory });
  await vi.waitFor(() => expect(panel.timeline.view.value.loading).toBe(false));
  await vi.waitFor(() => expect(memory.state.readBase).toHaveBeenCalled());
  expect(panel.status.value.kind).toBe('loading');
  vi.mocked(memory.state.readBase).mockRestore();
  answer();
  await vi.waitFor(() => expect(panel.status.value.kind).toBe('up-to-date'));
  grist.change(1, { values: { city: 'Nakuru' } });
  await vi.waitFor(async () => expect((await contact(1)).city).toBe('Nakuru'));
});
