import fc from 'fast-check';
import { test } from 'vitest';
import { runs } from '../helpers/runs.ts';
import { anySchedule, play } from '../sync/schedules.ts';
import { engineExecutor } from './engine-executor.ts';

test('the engine loses nothing and converges under edits, stale reads, crashes and two panels', async () => {
  await fc.assert(
    fc.asyncProperty(anySchedule(8, 150), async (schedule) => {
      await play(schedule, engineExecutor);
    }),
    { numRuns: runs(100, 2_000) },
  );
}, 600_000);
