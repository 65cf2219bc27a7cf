import { render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { options } from 'preact';
import { App } from '../../widget/App.tsx';
import { createFakePanel, type FakePanel } from './fake-panel.ts';

// Effects run soon and need no frame, which jsdom may no longer have when a test is over.
options.requestAnimationFrame = (flush) => setTimeout(flush);

// jsdom knows the element but not how to open it.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

/** Shows a fake panel as the person would see it, and somebody to use it. */
export function renderPanel(change: Parameters<typeof createFakePanel>[0] = {}) {
  const panel: FakePanel = createFakePanel(change);
  const { container, rerender } = render(<App panel={panel} />);
  return { panel, user: userEvent.setup(), container, rerender: () => rerender(<App panel={panel} />) };
}

/** Calls of one verb, without its name. */
export const callsOf = (panel: FakePanel, verb: string) =>
  panel.calls.filter(([name]) => name === verb).map(([, ...given]) => given);
