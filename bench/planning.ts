import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Values } from '../sync/cells.ts';
import {
  type CellValues,
  type FieldRule,
  planRows,
  type ReadRow,
  type RowPlan,
  type Rules,
  readCells,
} from '../sync/plan.ts';
import { type FieldRef, traitsOf } from '../sync/refs.ts';
import type { TransformContext } from '../sync/transforms/types.ts';
import { loadPhoneBook } from '../widget/store/fields/phone-book.ts';
import { quantile } from './statistics.ts';

export interface PlanningLine {
  rows: number;
  /** Milliseconds to convert all cells to field values. */
  reading: number;
  /** Milliseconds to plan all rows against the same number of contacts. */
  planning: number;
  /** Megabytes that the plan takes. */
  memory: number;
  /** Contacts with pending writes. */
  due: number;
}

export interface PlanningResults {
  lines: PlanningLine[];
  /** Planning time per row at the most rows, relative to that at the fewest: 1 is linear. */
  growth: number;
}

/** The targets. Quadratic cost would grow tenfold; some growth is normal once rows exceed the processor's caches. */
export const planningAims = { planning: 100, memory: 20, growth: 3 };

const sizes = [1_000, 10_000];
/** Rows planned in total at each size: a small table is planned more often. */
const planned = 100_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const customFields = [{ id: 'budget', kind: 'money' }];
const rule = (field: FieldRef, transform: FieldRule['transform']): [FieldRef, FieldRule][] => {
  const traits = traitsOf(field, customFields);
  return traits ? [[field, { direction: 'both', onConflict: 'ask', traits, transform }]] : [];
};
const rules: Rules = new Map([
  ...rule('name', { kind: 'name', order: 'last-first' }),
  ...rule('email', { kind: 'as-is' }),
  ...rule('phone', { kind: 'phone', country: 'GB', inGrist: 'national' }),
  ...rule('assignee', { kind: 'owner', by: 'name' }),
  ...rule('dateOfBirth', { kind: 'date', format: 'dmy', separator: '.' }),
  ...rule('tags', { kind: 'tags', separator: ',' }),
  ...rule('custom:budget', { kind: 'money', decimals: 2, separator: ',' }),
  ...rule('city', { kind: 'text', trim: true, letters: 'keep' }),
]);

const cellsOf = (at: number): Values => ({
  name: `Kimani, Grace${at}`,
  email: `grace${at}@example.org`,
  phone: `020 7946 ${String(at % 10_000).padStart(4, '0')}`,
  assignee: `User ${at % 40}`,
  dateOfBirth: `${1 + (at % 28)}.${1 + (at % 12)}.19${10 + (at % 90)}`,
  tags: `vip, lead ${at % 100}, new`,
  'custom:budget': `${1 + (at % 999)}.234,50`,
  city: `City ${at % 500}`,
});

interface Sides {
  row: ReadRow;
  highlevel: Values;
}

/** A third of the contacts changed in Grist, a third in HighLevel, some in both, and some never agreed. */
function sidesOf(at: number, cells: Values, values: CellValues): Sides {
  const agreed = values as Values;
  return {
    row: {
      rowId: at + 1,
      cells,
      values: at % 3 === 0 ? { ...values, city: 'Oslo' } : values,
      base: at % 11 === 0 ? {} : { ...agreed },
    },
    highlevel: at % 3 === 1 || at % 7 === 0 ? { ...agreed, city: 'Bern' } : { ...agreed },
  };
}

/** Contacts have one row each, and every twentieth has a second one. */
const planTable = (table: readonly Sides[], context: TransformContext) =>
  table.map(({ row, highlevel }, at) => planRows(at % 20 === 0 ? [row, row] : [row], highlevel, rules, context));

const isDue = (plans: readonly RowPlan[]) =>
  plans.some(({ fields }) => [...fields.values()].some((plan) => plan.kind !== 'same' || !plan.agreed));

function measure(count: number, context: TransformContext): PlanningLine {
  const cells = Array.from({ length: count }, (_, at) => cellsOf(at));
  const start = performance.now();
  const values = cells.map((row) => readCells(row, rules, context));
  const reading = performance.now() - start;
  const table = values.map((row, at) => sidesOf(at, cells[at] ?? {}, row));
  const run = () => planTable(table, context);
  run();
  collect();
  const before = process.memoryUsage().heapUsed;
  let plans = run();
  collect();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const due = plans.filter(isDue).length;
  const times = Array.from({ length: planned / count }, () => {
    const at = performance.now();
    plans = run();
    return performance.now() - at;
  });
  return { rows: count, reading, planning: quantile(times, 0.5), memory, due };
}

/** Plans tables of two sizes, all columns with their transforms. */
export async function measurePlanning(): Promise<PlanningResults> {
  const users = Array.from({ length: 40 }, (_, at) => ({ id: `user${at}`, name: `User ${at}`, email: '' }));
  const context: TransformContext = { users, businesses: [], phone: await loadPhoneBook() };
  // A first pass warms the compiler up: without it the small table pays for both.
  measure(2_000, context);
  const lines = sizes.map((count) => measure(count, context));
  const [few, many] = lines;
  const growth = few && many ? many.planning / many.rows / (few.planning / few.rows) : Number.NaN;
  return { lines, growth };
}

/** Prints what a table costs, and how it grows. */
export function printPlanning({ lines, growth }: PlanningResults): void {
  console.log(`\nPlanning a table of ${rules.size} mapped columns against as many contacts\n`);
  console.log('      rows   cells read, ms   planned, ms       MB    due');
  for (const { rows, reading, planning, memory, due } of lines) {
    const cells = [
      rows.toLocaleString('en').padStart(10),
      reading.toFixed(1).padStart(17),
      planning.toFixed(1).padStart(14),
    ];
    console.log(`${cells.join('')}${memory.toFixed(1).padStart(9)}${due.toLocaleString('en').padStart(7)}`);
  }
  const kept = (value: number, aim: number) =>
    `${value.toFixed(1)} of ${aim} at most: ${value <= aim ? 'kept' : 'missed'}`;
  const last = lines.at(-1);
  console.log(`planned, ms: ${kept(last?.planning ?? Number.NaN, planningAims.planning)}`);
  console.log(`memory, MB: ${kept(last?.memory ?? Number.NaN, planningAims.memory)}`);
  console.log(`times a row's cost at ten times the rows: ${kept(growth, planningAims.growth)}`);
}
