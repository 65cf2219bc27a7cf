import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { appointment, at, note, task } from '../../helpers/fake-panel-data.ts';
import { renderWriting, timelineOf } from './arrange-writing.ts';

const entries = [
  task('t9', 'Call', '11-24T17:00'),
  note('n9', '<p>Prefers the <b>oak</b></p>', '11-18T15:34'),
  appointment('a9', 'Measure visit', '11-24T10:00', '11-24T11:00'),
];

/** Contrast needs a screen; the browser tests look at it. */
const violations = async () => {
  const { violations } = await axe.run('main', { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
};

const freeSlots = async () => [{ day: '2026-11-20', slots: [at('11-20T15:00')] }];

test.each(['n', 't', 'a'])('axe finds nothing in the composer opened by %s, with everything missing', async (key) => {
  const { user } = renderWriting({}, { freeSlots, submit: () => ['title', 'body', 'due', 'calendar', 'start'] });
  await screen.findByRole('button', { name: 'Add a note…' });
  await user.keyboard(key);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findAllByText(/^(Say what|Write something|Choose)/);
  expect(await violations()).toEqual([]);
});

test.each([0, 1, 2])('axe finds nothing in the editor of an entry (%i)', async (index) => {
  const { user } = renderWriting({ timeline: { view: timelineOf(...entries) } }, { freeSlots });
  await screen.findByRole('button', { name: 'Add a note…' });
  document.querySelectorAll<HTMLElement>('[data-entry]')[index]?.focus();
  await user.keyboard('e');
  await screen.findByRole('form');
  expect(await violations()).toEqual([]);
});

test('axe finds nothing in the actions of entries', async () => {
  const { user } = renderWriting({ timeline: { view: timelineOf(...entries) } });
  for (const entry of document.querySelectorAll('[data-entry]')) await user.hover(entry);
  await screen.findAllByRole('button', { name: 'Delete' });
  expect(await violations()).toEqual([]);
});
