import { render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { expect, test } from 'vitest';
import { Lazy, type Loader } from '../../../widget/components/parts/Lazy.tsx';

const loads = (says: string): Loader<object> => {
  const Part: ComponentType<object> = () => <p>{says}</p>;
  return async () => Part;
};

/** A part is on the screen; another one, that was never needed before, takes its place. */
async function replace(load: Loader<object>) {
  const palette = loads('All commands');
  const { rerender } = render(<Lazy load={palette} props={{}} />);
  await screen.findByText('All commands');
  rerender(<Lazy load={load} props={{}} />);
  return { replaceBy: (next: Loader<object>) => rerender(<Lazy load={next} props={{}} />) };
}

test('a part that replaces another one shows as soon as it is loaded', async () => {
  await replace(loads('Delete the contact?'));
  expect(await screen.findByText('Delete the contact?')).toBeTruthy();
});

test('a part that could not be loaded does not block the others', async () => {
  const { replaceBy } = await replace(async () => {
    throw new TypeError('offline');
  });
  expect(await screen.findByRole('button')).toBeTruthy();
  replaceBy(loads('Keyboard shortcuts'));
  expect(await screen.findByText('Keyboard shortcuts')).toBeTruthy();
});
