import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipOf, parts, readBundle } from '../scripts/bundle.ts';
import { measureFlood } from './flood.ts';
import { measureHeap } from './heap.ts';
import { measurePlanning, printPlanning } from './planning.ts';
import { measureProxy } from './proxy.ts';
import { printFlood, printProxy, printSoak, printStreams } from './proxy-table.ts';
import { latency, measureSelectRow } from './select-row.ts';
import { measureSoak } from './soak.ts';
import { type Summary, summarise } from './statistics.ts';
import { measureStreams } from './streams.ts';
import { measureTableCheck, printTableCheck } from './table-check.ts';
import { measureTimeline } from './timeline.ts';
import { printHeap, printTimeline } from './timeline-table.ts';

const widgetFolder = 'dist/widget';

interface Line extends Summary {
  name: string;
  /** The target in milliseconds over the floor, at the median. */
  aim?: number;
}

const report = (line: string) => console.error(`bench: ${line}`);
const samples = await measureSelectRow(widgetFolder, report);
const floor = summarise(samples.floor.map(({ row }) => row));
const lines: Line[] = [
  { name: 'the least widget (floor)', ...floor },
  { name: 'warm: the row', ...summarise(samples.warm.map(({ row }) => row)), aim: 16 },
  { name: 'warm: all of the contact', ...summarise(samples.warm.map(({ all }) => all)), aim: 16 },
  { name: 'cold: the row', ...summarise(samples.cold.map(({ row }) => row)), aim: 16 },
  { name: 'cold: all of the contact', ...summarise(samples.cold.map(({ all }) => all)), aim: latency + 60 },
  { name: 'read ahead: all of it', ...summarise(samples.ahead.map(({ all }) => all)), aim: 16 },
];

const number = (value: number, width = 8) => value.toFixed(1).padStart(width);
console.log(
  `\nRow selected to painted, milliseconds; HighLevel answers after ${latency} ms; ${floor.count} rows each\n`,
);
console.log(`${''.padEnd(28)}     p50     p95    over   ratio     aim`);
for (const { name, p50, p95, aim } of lines) {
  const over = p50 - floor.p50;
  const verdict = aim === undefined ? '' : `${`+${aim}`.padStart(8)}  ${over <= aim ? 'kept' : 'missed'}`;
  console.log(`${name.padEnd(28)}${number(p50)}${number(p95)}${number(over)}${number(p50 / floor.p50, 7)}x${verdict}`);
}

const timeline = await measureTimeline(report);
printTimeline(timeline);
const heap = await measureHeap(report);
printHeap(heap);

const files = readBundle(widgetFolder);
console.log('\nBytes of the widget, gzip -9\n');
for (const part of parts) console.log(`${part.padEnd(28)}${gzipOf(files, part).toLocaleString('en').padStart(8)}`);

const proxy = await measureProxy(report);
printProxy(proxy);
const streams = await measureStreams(report);
printStreams(streams);

const soak = await measureSoak(report);
printSoak(soak);

const flood = await measureFlood(report);
printFlood(flood);

const planning = await measurePlanning();
printPlanning(planning);

const tableCheck = measureTableCheck();
printTableCheck(tableCheck);

const [cpu] = cpus();
writeFileSync(
  'bench/results.json',
  `${JSON.stringify(
    {
      at: new Date().toISOString(),
      machine: { node: process.version, cpu: cpu?.model, cores: cpus().length },
      selectRow: { latency, lines: lines.map((line) => ({ ...line, ratio: line.p50 / floor.p50 })) },
      timeline,
      heap,
      proxy,
      streams,
      soak,
      flood,
      planning,
      tableCheck,
      bundle: { parts: Object.fromEntries(parts.map((part) => [part, gzipOf(files, part)])), files },
    },
    null,
    2,
  )}\n`,
);
console.log('\nWritten to bench/results.json');
