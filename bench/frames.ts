import type { Frame, Page } from 'playwright-core';

/** What one frame of the screen took of the page's main thread, in milliseconds, and when it began. */
export interface FrameCost {
  at: number;
  work: number;
  /** Did it scroll? */
  scrolled: boolean;
}

interface FramesWindow extends Window {
  framesSeen: FrameCost[];
  countFrames: (on: boolean) => void;
}

/**
 * Runs in a page before its own scripts. A frame's work is from its first event or callback to the task that the frame
 * posts, which runs after its layout and paint: scripts, style, layout and paint, and no waiting for the screen.
 */
export const framesScript = `(() => {
  window.framesSeen = [];
  let on = false;
  let start = 0;
  let scrolled = false;
  const begin = () => { start ||= performance.now(); };
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    if (on && start) window.framesSeen.push({ at: start, work: performance.now() - start, scrolled });
    start = 0;
    scrolled = false;
  };
  // Before the page's own listeners, since it is there first.
  addEventListener('scroll', () => { begin(); scrolled = true; }, { capture: true, passive: true });
  const frame = () => {
    begin();
    channel.port2.postMessage(null);
    if (on) requestAnimationFrame(frame);
  };
  window.countFrames = (wanted) => {
    on = wanted;
    start = 0;
    if (on) { window.framesSeen = []; requestAnimationFrame(frame); }
  };
})()`;

/** Counts the frames of a page, or of a frame in it, while something happens there. */
export async function countFrames(frame: Frame | Page, act: () => Promise<void>): Promise<FrameCost[]> {
  const count = (on: boolean) =>
    frame.evaluate((wanted) => (window as unknown as FramesWindow).countFrames(wanted), on);
  await count(true);
  await act();
  await count(false);
  return frame.evaluate(() => (window as unknown as FramesWindow).framesSeen);
}
