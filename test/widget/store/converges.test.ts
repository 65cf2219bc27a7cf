import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createTask, getTask } from '../../../highlevel/tasks.ts';
import { isSameValue } from '../../../sync/compare.ts';
import { type FieldKey, fieldKeys } from '../../../sync/fields.ts';
import { runs } from '../../helpers/runs.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

type Step = (bench: Bench) => void;

const keys: FieldKey[] = ['firstName', 'lastName', 'city', 'source'];
const edit = fc
  .record({ key: fc.constantFrom(...keys), text: fc.constantFrom('Wanjiku', 'Kimani', 'Nairobi', 'Ann-Sofie') })
  .map(({ key, text }): [string, Step] => [`save ${key} ${text}`, ({ panel }) => panel.fields.save(key, text)]);
const move = fc
  .integer({ min: 1, max: 3 })
  .map((row): [string, Step] => [`row ${row}`, ({ grist }) => grist.select(row)]);
const trouble = fc.constantFrom<[string, Step]>(
  ['slow', ({ sandbox }) => sandbox.faults.add('latency', { ms: 700, times: 3 })],
  ['cut before', ({ sandbox }) => sandbox.faults.add('cut-before', { times: 4 })],
  ['cut after', ({ sandbox }) => sandbox.faults.add('cut-after', { method: 'PUT', times: 3 })],
  ['limited', ({ sandbox }) => sandbox.faults.add('rate-limited', { retryAfter: '15', times: 2 })],
  ['refused', ({ sandbox }) => sandbox.faults.add('missing-scope', { method: 'PUT', times: 1 })],
  ['tick refused', ({ grist }) => grist.refuse('tickTask', 'unknown')],
  ['row refused', ({ grist }) => grist.refuse('writeRow', 'unknown')],
  ['reload', (bench) => bench.reload()],
);
const tick = fc.boolean().map((completed): [string, Step] => [
  `tick ${completed}`,
  (bench) => {
    const task = bench.entries().find((entry) => entry.kind === 'task' && bench.grist.ticks.has(entry.id));
    if (task) bench.panel.timeline.completeTask(task.id, completed);
  },
]);
const steps = fc.array(fc.tuple(fc.oneof(edit, edit, move, tick, trouble), fc.constantFrom(0, 30, 400, 2500)), {
  maxLength: 14,
});

/** Each row has a task that the document knows, too. */
async function addTasks(bench: Bench) {
  const tasks = await Promise.all(
    [1, 2, 3].map((row) => createTask(bench.api, bench.contactIds[row]!, { title: 'Call', dueDate: Date.now() })),
  );
  for (const { id } of tasks) bench.grist.addTask(id);
  bench.panel.refresh();
  await pass(100);
  return tasks;
}

/** Faults are over; a person looks at each row and asks again for what is not saved. */
async function tidyUp(bench: Bench) {
  bench.sandbox.faults.clear();
  bench.grist.allow();
  await pass(120_000);
  for (const row of [1, 2, 3]) {
    bench.grist.select(row);
    await pass(2000);
    for (const entry of bench.entries())
      if (entry.kind === 'task' && entry.failure) bench.panel.timeline.retryTask(entry.id);
    for (const { key, draft, failure } of bench.panel.fields.shown.value) {
      if (failure) bench.panel.fields.retry(key);
      else if (draft !== null) bench.panel.fields.save(key, draft);
    }
    await pass(5000);
  }
}

test('once faults are over, rows and HighLevel are equal whatever happened before', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (schedule) => {
      vi.useFakeTimers();
      sessionStorage.clear();
      const bench = await startPanel();
      const tasks = await addTasks(bench);
      for (const [[, step], wait] of schedule) {
        step(bench);
        await pass(wait);
      }
      await tidyUp(bench);
      for (const row of [1, 2, 3]) {
        const contact = await bench.contact(row);
        const cells = bench.grist.row(row).values;
        const apart = fieldKeys.filter((key) => !isSameValue(key, cells[key] ?? '', contact[key]));
        const kept = Object.keys(sessionStorage);
        expect({ row, apart, kept }, schedule.map(([[name], wait]) => `${name} +${wait}`).join(', ')).toEqual({
          row,
          apart: [],
          kept: [],
        });
      }
      for (const { contactId, id } of tasks) {
        const { completed } = await getTask(bench.api, contactId, id);
        expect(bench.grist.ticks.get(id)).toBe(completed);
      }
      bench.panel.dispose();
    }),
    { numRuns: runs(10, 100) },
  );
});
