import { vi } from 'vitest';
import type { EntryKind } from '../../../sync/entries.ts';
import { type PanelSetup, pass } from '../../helpers/start-panel.ts';
import { startWriting } from './entry-bench.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/mirroring/start.ts';

const columns = { id: 'id', contact: 'contact' };
const all = {
  task: { tableId: 'T', columns },
  note: { tableId: 'N', columns },
  appointment: { tableId: 'A', columns },
};

/** A panel in a document whose tables mirror entries; those of the first contact are there. */
export async function startMirrored(setup: PanelSetup = {}) {
  const bench = await startWriting(setup);
  bench.grist.setOptions({ mirrors: all });
  await pass(5_000);
  const { mirrors } = bench.grist;
  const rowsOf = (kind: EntryKind) => mirrors.rows.get(kind) ?? [];
  return {
    ...bench,
    mirrors,
    rowsOf,
    rowFor: (kind: EntryKind, id: string) => rowsOf(kind).find((row) => row.id === id)!,
    /** Long enough for a look at the tables and for what follows from it. */
    settle: () => pass(12_000),
    until: (condition: () => void | Promise<void>) => vi.waitFor(condition, { interval: 500 }),
  };
}
