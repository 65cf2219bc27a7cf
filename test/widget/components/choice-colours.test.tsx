import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import { moreFieldViews } from '../../helpers/fake-panel-data.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

const stage: CustomField = {
  id: 'x',
  name: 'Stage',
  key: 'contact.x',
  kind: 'single',
  folder: '',
  position: 1,
  options: ['Quote sent', 'Won'],
  allowsOther: false,
};

/** Grace’s stage is shown; its column paints it so. */
async function show(value: string, looks?: ChoiceLooks) {
  const [like] = moreFieldViews;
  const view = { ...like!, key: 'custom:x' as const, kind: 'choice' as const, label: 'Stage', value, looks };
  renderPanel({
    directory: { customFields: signal([stage]) },
    fields: { more: signal([{ ...view, choices: stage.options }]) },
  });
  const field = await screen.findByRole('button', { name: /^Stage/ });
  const { background, color } = field.querySelector<HTMLElement>('.chip')!.style;
  return { background, color };
}

test('a choice has the colours of its column', async () => {
  const looks = { 'Quote sent': { fill: '#fde9c9', text: '#5a3a00' } };
  expect(await show('Quote sent', looks)).toEqual({ background: 'rgb(253, 233, 201)', color: 'rgb(90, 58, 0)' });
});

test('a choice without colours has the default look', async () => {
  const looks = { 'Quote sent': { fill: '#fde9c9', text: '#5a3a00' } };
  expect(await show('Won', looks)).toEqual({ background: '', color: '' });
});

test.each([
  ['a light', '#fde9c9', '#ffffff', 'rgb(0, 0, 0)'],
  ['a dark', '#10243f', '#000000', 'rgb(255, 255, 255)'],
])('unreadable text on %s fill becomes black or white', async (_which, fill, text, readable) => {
  expect((await show('Won', { Won: { fill, text } })).color).toBe(readable);
});
