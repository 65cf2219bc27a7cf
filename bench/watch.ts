/** A paint of the widget. */
export interface Paint {
  /** Epoch milliseconds, comparable between pages. */
  at: number;
  name: string;
  /** The visible text except the status line and live regions. */
  seen: string;
}

export interface WatchedWindow extends Window {
  paints: Paint[];
  pressedAt: number;
}

/**
 * Runs in every page before its own scripts. In a widget it records each change after its paint: the task that a frame
 * posts runs after the frame's paint. In Grist it records the time of each key press.
 */
export const watchScript = `(() => {
  window.paints = [];
  window.pressedAt = 0;
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('keydown', (event) => { window.pressedAt = performance.timeOrigin + event.timeStamp; }, true);
  if (window === window.top) return;

  const channel = new MessageChannel();
  let painting = null;
  channel.port1.onmessage = () => {
    const last = window.paints.at(-1);
    if (painting && (!last || last.seen !== painting.seen)) window.paints.push({ at: now(), ...painting });
    painting = null;
  };
  const look = () => {
    const main = document.querySelector('main');
    const parts = main ? [...main.children].filter((part) => !part.matches('footer, [aria-live]')) : [];
    painting = {
      name: document.querySelector('h1')?.textContent ?? '',
      seen: parts.map((part) => part.textContent).join('\\n'),
    };
    channel.port2.postMessage(null);
  };
  let scheduled = false;
  new MutationObserver(() => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => { scheduled = false; look(); });
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;
