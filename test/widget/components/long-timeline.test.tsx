import { signal } from '@preact/signals';
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { note, task, timeline } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const upcoming = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => task(`t${from + index}`, `Task ${from + index}`, '11-29T09:00'));
const view = (...groups: (typeof timeline.groups)[number][]) => ({
  ...timeline,
  groups,
  total: groups.reduce((sum, { entries }) => sum + entries.length, 0),
});
const tasks = (count: number) => view({ kind: 'upcoming', day: null, entries: upcoming(count) });

const feed = () => screen.getByRole('region', { name: 'Timeline' });
const shown = () => [...feed().querySelectorAll<HTMLElement>('[data-entry]')];
const ids = () => shown().map(({ dataset }) => dataset.entry);
const focused = () => (document.activeElement as HTMLElement).dataset.entry;

/** Waits until what scrolls through a long timeline is there: then the last entry is in the page. */
async function renderLong(count = 5000) {
  const panel = renderPanel({ timeline: { view: signal(tasks(count)) } });
  await waitFor(() => expect(ids().at(-1)).toBe(`t${count - 1}`));
  return panel;
}

/** Simulates a list that is scrolled up by so many pixels. */
function scrollTo(pixels: number) {
  shown()[0]!.closest<HTMLElement>('.entries')!.getBoundingClientRect = () => new DOMRect(0, -pixels, 320, 0);
  window.dispatchEvent(new Event('scroll'));
}

test('of 5,000 entries at most 100 are in the page', async () => {
  await renderLong(100);
  const few = document.querySelectorAll('*').length;
  document.body.replaceChildren();
  await renderLong(5000);
  expect(document.querySelectorAll('*').length - few).toBeLessThanOrEqual(50);
  expect(within(feed()).getByRole('heading', { name: 'Upcoming 5000' })).toBeTruthy();
});

test('End goes to the last of 5,000 entries, and Home to the first', async () => {
  const { user } = await renderLong();
  await user.keyboard('j{End}');
  expect(focused()).toBe('t4999');
  await user.keyboard('k');
  expect(focused()).toBe('t4998');
  await user.keyboard('{Home}');
  expect(focused()).toBe('t0');
});

test('J moves through the entries one by one, past those first in the page', async () => {
  const { user } = await renderLong();
  const passed: unknown[] = [];
  for (let press = 0; press < 60; press++) {
    await user.keyboard('j');
    passed.push(focused());
  }
  expect(passed).toEqual(Array.from({ length: 60 }, (_, index) => `t${index}`));
});

test('scrolling renders the entries of that position, each once and in order', async () => {
  await renderLong();
  for (const pixels of [4000, 90_000, 200_000, 0]) {
    scrollTo(pixels);
    await waitFor(() => expect(ids()).toContain(`t${Math.floor(pixels / 52)}`));
    const numbers = ids().map((id) => Number(id?.slice(1)));
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
  }
});

test('entries outside the page are replaced by their height', async () => {
  await renderLong();
  const rooms = [...feed().querySelectorAll<HTMLElement>('li[aria-hidden]')].map(({ style }) => style.height);
  expect(rooms).toHaveLength(1);
  // A task takes 52 pixels until it is measured; some forty are in the page.
  expect(Number.parseFloat(rooms[0]!)).toBeGreaterThan(4900 * 52);
  expect(rooms[0]).toMatch(/px$/);
});

test('the focus stays with its entry when that is scrolled away', async () => {
  const { user } = await renderLong();
  await user.keyboard('jjj');
  scrollTo(150_000);
  await waitFor(() => expect(ids()).toContain('t2900'));
  expect(focused()).toBe('t2');
  await user.keyboard('j');
  expect(focused()).toBe('t3');
});

test('entries that arrive during scrolling skip and repeat none', async () => {
  const { panel, user } = await renderLong();
  await user.keyboard('j'.repeat(20));
  scrollTo(20 * 52);
  const entries = upcoming(5000);
  panel.timeline.view.value = view(
    { kind: 'overdue', day: null, entries: upcoming(40, 6000) },
    {
      kind: 'upcoming',
      day: null,
      entries: [...entries.slice(0, 25), task('new', 'New', '11-29T09:00'), ...entries.slice(25)],
    },
  );
  await waitFor(() => expect(ids()).toContain('new'));
  expect(focused()).toBe('t19');
  await user.keyboard('j'.repeat(8));
  expect(focused()).toBe('t26');
  expect(new Set(ids()).size).toBe(ids().length);
});

test('each entry has its position in its group', async () => {
  await renderLong();
  expect(shown().at(-1)?.getAttribute('aria-setsize')).toBe('5000');
  expect(shown().at(-1)?.getAttribute('aria-posinset')).toBe('5000');
});

test('a part of a group is named also while its heading is not in the page', async () => {
  const notes = Array.from({ length: 200 }, (_, index) => note(`n${index}`, 'Called', '11-18T12:00'));
  const days = view(
    { kind: 'upcoming', day: null, entries: upcoming(3000) },
    { kind: 'day', day: '2026-11-18', entries: notes },
  );
  renderPanel({ timeline: { view: signal(days) } });
  await waitFor(() => expect(ids()).toContain('n199'));
  expect(within(feed()).getByRole('region', { name: 'Wed 18 Nov' })).toBeTruthy();
});

test('printing prints the whole timeline', async () => {
  await renderLong(300);
  expect(shown().length).toBeLessThan(100);
  window.dispatchEvent(new Event('beforeprint'));
  await waitFor(() => expect(shown()).toHaveLength(300));
  window.dispatchEvent(new Event('afterprint'));
  await waitFor(() => expect(shown().length).toBeLessThan(100));
});
