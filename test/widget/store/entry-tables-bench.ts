import { vi } from 'vitest';
import type { EntryKind } from '../../../sync/entries.ts';
import { type PanelSetup, pass } from '../../helpers/start-panel.ts';
import { startWriting } from './entry-bench.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/entry-tables/entry-tables.ts';

const columns = { id: 'id', contact: 'contact' };
const all = {
  task: { tableId: 'T', columns },
  note: { tableId: 'N', columns },
  appointment: { tableId: 'A', columns },
};

/** A panel in a document with entry tables; the rows of the first contact are there. */
export async function startEntryTables(setup: PanelSetup = {}) {
  const bench = await startWriting(setup);
  bench.grist.setOptions({ mirrors: all });
  await pass(5_000);
  const { entryTables } = bench.grist;
  const rowsOf = (kind: EntryKind) => entryTables.rows.get(kind) ?? [];
  return {
    ...bench,
    entryTables,
    rowsOf,
    rowFor: (kind: EntryKind, id: string) => rowsOf(kind).find((row) => row.id === id)!,
    /** Long enough for a look at the tables and for what follows from it. */
    settle: () => pass(12_000),
    until: (condition: () => void | Promise<void>) => vi.waitFor(condition, { interval: 500 }),
  };
}
