import type { Browser, Page } from 'playwright-core';

/** The time that a scrolled frame took on the page's main thread: scripts, style, layout and paint, in milliseconds. */
export interface FrameCost {
  /** Processor time, which other load on the machine hardly changes. */
  processor: number;
  /** Wall-clock time. */
  elapsed: number;
}

/** An event of the browser's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread. */
  tdur?: number;
  args?: { data?: { type?: string } };
}

const categories = ['toplevel', 'devtools.timeline'];
const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;

/** Traces the browser while the page scrolls, and returns the tasks that dispatched a scroll event. */
export async function countFrames(browser: Browser, page: Page, act: () => Promise<void>): Promise<FrameCost[]> {
  await browser.startTracing(page, { categories });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const scrolls = trace.traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'scroll',
  );
  const counts = new Map<string, number>();
  for (const event of scrolls) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  // Grist's own page also scrolls, when its grid follows the cursor.
  const [thread] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const at = scrolls.filter((event) => threadOf(event) === thread).map(({ ts }) => ts);
  return trace.traceEvents
    .filter((event) => threadOf(event) === thread && event.name.endsWith('::RunTask'))
    .filter(({ ts, dur = 0 }) => at.some((time) => ts <= time && time < ts + dur))
    .map(({ dur = 0, tdur = dur }) => ({ processor: tdur / 1000, elapsed: dur / 1000 }));
}
