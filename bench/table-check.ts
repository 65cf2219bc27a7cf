import { signal } from '@preact/signals';
import type { RowReport } from '../engine/run.ts';
import { traitsOf } from '../sync/refs.ts';
import { createResults } from '../widget/store/syncing/drift-results.ts';

/** Rows that a check reports together: the contacts of one page. */
const page = 100;
const sizes = [250, 500, 1_000, 10_000];

export interface CheckLine {
  rows: number;
  /** Milliseconds of processor time for all pages, each shown. */
  processor: number;
  /** Milliseconds of processor time of the longest step without a pause: a frame waits for it. */
  longest: number;
}

/** The targets: processor time of a thousand differing rows, and the longest step of ten thousand. */
const checkAims = { processor: 200, longest: 50 };

const report = (at: number): RowReport => ({
  rowId: at + 1,
  contactId: `contact${at}`,
  name: `Grace ${at}`,
  kind: 'compared',
  differing: [
    { field: 'city', plan: { kind: 'to-highlevel', value: 'Leeds' }, grist: 'Leeds', highlevel: 'London' },
    {
      field: 'source',
      plan: { kind: 'conflict', before: 'Mail', grist: 'Fair', highlevel: 'Website' },
      grist: 'Fair',
      highlevel: 'Website',
    },
  ],
});

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

function measure(count: number): CheckLine {
  const traits = (field: Parameters<typeof traitsOf>[0]) => {
    const found = traitsOf(field, []);
    if (!found) throw new RangeError(field);
    return found;
  };
  const results = createResults({
    edits: { all: signal(new Map()) },
    table: { rules: signal(new Map()) },
    traits,
    labelOf: () => null,
  });
  const reports = Array.from({ length: count }, (_, at) => report(at));
  let longest = 0;
  const before = process.cpuUsage();
  results.begin();
  for (let done = 0; done < count; done += page) {
    const start = process.cpuUsage();
    results.put(reports.slice(done, done + page));
    results.go({ done: done + page, total: count });
    // A person sees each page as it comes.
    if (results.view.value.differences.length === 0) throw new RangeError('nothing differs');
    longest = Math.max(longest, milliseconds(process.cpuUsage(start)));
  }
  results.go({ step: 'done' });
  if (results.view.value.differing !== count) throw new RangeError('rows were lost');
  return { rows: count, processor: milliseconds(process.cpuUsage(before)), longest };
}

/** What the list of differences costs while a whole table is checked in which every row differs. */
export function measureTableCheck(): CheckLine[] {
  measure(1_000);
  return sizes.map(measure);
}

export function printTableCheck(lines: readonly CheckLine[]): void {
  console.log('\nChecking a table of which every row differs in two fields: the list of differences\n');
  console.log('      rows   processor, ms   longest step, ms');
  for (const { rows, processor, longest } of lines) {
    console.log(
      `${rows.toLocaleString('en').padStart(10)}${processor.toFixed(1).padStart(16)}${longest.toFixed(1).padStart(19)}`,
    );
  }
  const [thousand, most] = [lines.find(({ rows }) => rows === 1_000), lines.at(-1)];
  const verdict = (value: number | undefined, aim: number) => (value !== undefined && value <= aim ? 'kept' : 'missed');
  console.log(`\n1,000 rows in ${checkAims.processor} ms: ${verdict(thousand?.processor, checkAims.processor)}`);
  console.log(`no step over ${checkAims.longest} ms: ${verdict(most?.longest, checkAims.longest)}`);
}
