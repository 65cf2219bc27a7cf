import fc from 'fast-check';
import { test } from 'vitest';
import { runs } from '../helpers/runs.ts';
import { anySchedule, expectLogExplains, play } from './schedules.ts';
import { simpleExecutor } from './simple-executor.ts';

test('schedules of edits, stale reads and crashes lose nothing, converge and are explained', async () => {
  await fc.assert(
    fc.asyncProperty(anySchedule(3, 60), async (schedule) => {
      expectLogExplains(await play(schedule, simpleExecutor), schedule.start);
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});
