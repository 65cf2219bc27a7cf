import { signal } from '@preact/signals';
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { TimelineView } from '../../../widget/store/views/timeline.ts';
import { task, timeline } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const first = task('t8', 'Call the workshop', '11-18T16:00');
const second = task('t9', 'Order the oak', '11-18T17:00');
const done = { ...first, task: { ...first.task, completed: true } };

/** Two tasks are late; the first can go where done ones are, as soon as that is known. */
async function start() {
  const shown = signal<TimelineView>({
    ...timeline,
    groups: [{ kind: 'overdue', day: null, entries: [first, second] }],
  });
  const { user } = renderPanel({ timeline: { view: shown } });
  const item = (name: RegExp) => screen.findByRole('listitem', { name });
  const moveAway = () => {
    shown.value = {
      ...timeline,
      groups: [
        { kind: 'overdue', day: null, entries: [second] },
        { kind: 'day', day: '2026-11-18', entries: [done] },
      ],
    };
  };
  return { user, item, moveAway };
}

test.each([
  ['the entry', /Call the workshop/, 'x'],
  ['its box', null, ' '],
])('a task that is ticked from %s moves the focus to the next one', async (_from, name, key) => {
  const { user, item, moveAway } = await start();
  (name ? await item(name) : screen.getByRole('checkbox', { name: 'Complete: Call the workshop' })).focus();
  await screen.findAllByRole('button', { name: 'Edit' });
  await user.keyboard(key);
  await new Promise((soon) => requestAnimationFrame(() => requestAnimationFrame(soon)));
  moveAway();
  await waitFor(async () => expect(document.activeElement).toBe(await item(/Order the oak/)));
});

test('a task that disappears without the focus moves no focus', async () => {
  const { item, moveAway } = await start();
  const search = screen.getByRole('searchbox');
  (await item(/Call the workshop/)).focus();
  search.focus();
  moveAway();
  await item(/Call the workshop.*done/i);
  await new Promise((soon) => requestAnimationFrame(() => requestAnimationFrame(soon)));
  expect(document.activeElement).toBe(search);
});
