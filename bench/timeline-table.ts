import { type HeapResults, heapAims } from './heap.ts';
import { type TimelineResults, timelineAims } from './timeline.ts';

const number = (value: number | undefined, width = 9, digits = 1) => (value?.toFixed(digits) ?? '').padStart(width);
const verdict = (value: number, aim: number) =>
  `${Math.round(value * 100) / 100} of ${aim} at most: ${value <= aim ? 'kept' : 'missed'}`;

/** Prints a long timeline against a short one and against plain lines. */
export function printTimeline({ lines }: TimelineResults): void {
  const [floor, few, many] = lines;
  console.log(
    '\nA frame that scrolls, milliseconds of processor; elements in the page; a letter in the search, milliseconds\n',
  );
  console.log(`${''.padEnd(22)}wheel p50      p95   ratio  drag p50      p95   ratio    first  at rest   search`);
  for (const { name, wheel, drag, firstPaint, atRest, search } of lines) {
    console.log(
      `${name.padEnd(22)}${number(wheel.p50)}${number(wheel.p95)}${number(floor && wheel.p95 / floor.wheel.p95, 7)}x` +
        `${number(drag.p50)}${number(drag.p95)}${number(floor && drag.p95 / floor.drag.p95, 7)}x` +
        `${number(firstPaint, 9, 0)}${number(atRest, 9, 0)}${number(search)}`,
    );
  }
  if (!few || !many) return;
  const { nodes, frame } = timelineAims;
  console.log(`elements more at the first paint: ${verdict((many.firstPaint ?? 0) - (few.firstPaint ?? 0), nodes)}`);
  console.log(`elements more at rest: ${verdict((many.atRest ?? 0) - (few.atRest ?? 0), nodes)}`);
  console.log(`a frame of the wheel, ms at p95: ${verdict(many.wheel.p95, frame)}`);
  console.log(`a frame of a drag, ms at p95: ${verdict(many.drag.p95, frame)}`);
}

/** Prints the memory growth over many rows. */
export function printHeap({ changes, before, after, nodes }: HeapResults): void {
  console.log(`\nMemory of the widget over ${changes.toLocaleString('en')} changes of row, MB of live objects\n`);
  console.log(
    `before ${before}, after ${after}, ${(after / before).toFixed(3)}x; nodes ${nodes.before}, ${nodes.after}`,
  );
  console.log(`MB more: ${verdict(after - before, heapAims.growth)}`);
}
