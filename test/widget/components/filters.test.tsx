import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { timeline } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

test('each kind shows its number of entries', () => {
  renderPanel();
  const facets = screen.getByRole('group', { name: 'Show' }).querySelectorAll('button');
  expect([...facets].map((facet) => facet.getAttribute('aria-label'))).toEqual([
    'All, 10',
    'Tasks, 4',
    'Notes, 2',
    'Appointments, 4',
    'History',
  ]);
});

test('a pressed kind is the only one shown', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('button', { name: 'Notes, 2' }));
  expect(panel.timeline.kind.value).toBe('note');
  expect(screen.getByRole('button', { pressed: true })).toBe(screen.getByRole('button', { name: 'Notes, 2' }));
});

test('typing searches, and Esc or the cross ends it', async () => {
  const { panel, user } = renderPanel();
  await user.type(screen.getByRole('searchbox', { name: 'Search this timeline' }), 'oak');
  expect(panel.timeline.search.value).toBe('oak');
  await user.keyboard('{Escape}');
  expect(panel.timeline.search.value).toBe('');
  await user.keyboard('linen');
  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(panel.timeline.search.value).toBe('');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('Esc in an empty search goes to the entries', async () => {
  const { user } = renderPanel();
  await user.click(screen.getByRole('searchbox'));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /Send revised quote/ }));
});

test('a switch shows only open entries', async () => {
  const { panel, user } = renderPanel();
  await user.click(screen.getByRole('switch', { name: 'Open only' }));
  expect(panel.timeline.openOnly.value).toBe(true);
});

test('a search without hits shows a message and a way to all entries', async () => {
  const counts = { all: 2, task: 0, note: 2, appointment: 0 };
  const { panel, user } = renderPanel({
    timeline: {
      view: signal({ ...timeline, groups: [], counts }),
      kind: signal('task'),
      openOnly: signal(true),
      search: signal('curtain'),
    },
  });
  expect(await screen.findByRole('heading', { name: 'No open task says “curtain”' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show them' }));
  expect(panel.timeline.kind.value).toBe('all');
});

test('a contact without history shows what will appear here', async () => {
  renderPanel({ timeline: { view: signal({ ...timeline, groups: [], total: 0 }) } });
  expect(await screen.findByText('Notes, tasks and appointments with Grace show up here.')).toBeTruthy();
});
