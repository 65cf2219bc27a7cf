import { type FloodResults, floodAims } from './flood.ts';
import { aims, names, type ProxyLine, type ProxyResults } from './proxy.ts';
import { type SoakResults, soakAims } from './soak.ts';
import { type StreamResults, streamAims } from './streams.ts';

const number = (value: number | undefined, width = 9, digits = 2) => (value?.toFixed(digits) ?? '').padStart(width);
const verdict = (value: number, aim: number) => `${value} of ${aim} at most: ${value <= aim ? 'kept' : 'missed'}`;

/** Prints all proxies, and ours against its targets. */
export function printProxy({ lines, start, skipped }: ProxyResults): void {
  const fastify = lines.find(({ name }) => name === names.fastify);
  console.log('\nThrough a proxy, milliseconds; "added" is over no proxy; ms/req is processor time at full speed\n');
  console.log(`${''.padEnd(22)}      p50      p99   +p50   +p99  +p50/fastify    req/s  ms/req      MB`);
  for (const line of lines) {
    const ratio = fastify && line.addedP50 / fastify.addedP50;
    console.log(
      `${line.name.padEnd(22)}${number(line.p50)}${number(line.p99)}${number(line.addedP50, 7)}${number(line.addedP99, 7)}` +
        `${number(ratio, 13)}x${number(line.perSecond, 9, 0)}${number(line.processor, 8)}${number(line.memory, 8, 0)}`,
    );
  }
  for (const reason of skipped) console.log(`left out: ${reason}`);
  const ours = lines.find(({ name }) => name === names.oauth);
  if (ours && fastify) printAims(ours, fastify, start);
}

function printAims(ours: ProxyLine, fastify: ProxyLine, start: number): void {
  console.log(`\n${names.oauth}`);
  console.log(`added p50, ms: ${verdict(ours.addedP50, aims.addedP50)}`);
  console.log(`added p99, ms: ${verdict(ours.addedP99, aims.addedP99)}`);
  const times = Math.round((fastify.perSecond / ours.perSecond) * 100) / 100;
  console.log(`times the cost of ${names.fastify} at full speed: ${verdict(times, aims.timesFastify)}`);
  console.log(`memory, MB: ${verdict(ours.memory ?? 0, aims.memory)}`);
  console.log(`start, ms: ${verdict(start, aims.start)}`);
}

/** Prints what one document's writers cost the others. */
export function printFlood({ quiet, flooded, sent, stored, lasted, busy, growth }: FloodResults): void {
  const count = (value: number) => value.toLocaleString('en');
  console.log(`\nReads of one document while ten connections of another write for ${lasted} seconds, milliseconds\n`);
  console.log(`before p50 ${quiet.p50}, p99 ${quiet.p99}; meanwhile p50 ${flooded.p50}`);
  console.log(`p99 meanwhile: ${verdict(flooded.p99, floodAims.p99)}`);
  console.log(
    `${count(stored)} of ${count(sent)} values were stored; the database has grown by ${growth} MB; processor ${busy} ms a second`,
  );
}

/** Prints how much memory event streams leave behind. */
export function printStreams({ streams, before, after }: StreamResults): void {
  console.log(`\nMemory of the proxy over ${streams.toLocaleString('en')} event streams, MB of live objects\n`);
  console.log(`before ${before}, after ${after}`);
  console.log(`MB more: ${verdict(Math.round((after - before) * 100) / 100, streamAims.growth)}`);
}

/** Prints the memory of a started proxy over many requests. */
export function printSoak({ requests, streams, afterRequests, afterStreams }: SoakResults): void {
  const [count, opened] = [requests, streams].map((value) => value.toLocaleString('en'));
  console.log(`\nResident memory of the proxy over ${count} mixed requests, then ${opened} event streams, MB\n`);
  console.log(`${afterRequests.join(' ')}; ${afterStreams.join(' ')}`);
  const growth = (afterStreams.at(-1) ?? 0) - (afterRequests[1] ?? 0);
  console.log(`MB more, after the first fifth of the requests: ${verdict(growth, soakAims.growth)}`);
}
