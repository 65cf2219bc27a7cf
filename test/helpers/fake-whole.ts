import type { FieldKey } from '../../sync/fields.ts';
import type { ActivityLine, Row, Section } from '../../widget/section/port.ts';
import type { fakeMirrorVerbs } from './fake-mirror.ts';

interface FakeWholeOptions {
  enter: (verb: 'rows' | 'activityTable') => Promise<void>;
  log: ActivityLine[];
  rows: () => readonly Row[];
  computed: ReadonlySet<FieldKey>;
  select: (rowId: number) => void;
  mirrors: ReturnType<typeof fakeMirrorVerbs>;
}

/** The parts of the port that concern more than the row under the cursor. */
export const fakeWhole =
  ({ enter, log, rows, computed, select, mirrors }: FakeWholeOptions): Section['whole'] =>
  async () => ({
    ...mirrors,
    rows: async () => {
      await enter('rows');
      return rows();
    },
    inOrder: async () => rows(),
    computed: async () => computed,
    choiceLooks: async () => new Map(),
    showRow: async (rowId) => {
      await Promise.resolve();
      select(rowId);
    },
    activityTable: async () => {
      await enter('activityTable');
      return {
        tableId: 'HighLevel_Activity',
        known: new Set(log.map(({ id }) => id)),
        append: async (lines) => void log.push(...lines),
      };
    },
  });
