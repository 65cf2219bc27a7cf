import type { EntryKind, EntryRow, EntryValues } from '../../../sync/entries.ts';
import { toFailure } from '../failure.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { Linked } from './reconcile.ts';

/** What a write to a table replaces: cells and rows that said something else. */
interface Replaced {
  update: readonly { rowId: number; values: EntryValues }[];
  remove: readonly number[];
}

/** Writes to a table between what the log says before and after. What is only added replaces nothing and is not told. */
export type Tell = (rows: readonly EntryRow[], replaced: Replaced, write: () => Promise<void>) => Promise<void>;

const lines = (values: Iterable<string>) => [...values].filter(Boolean).join('\n').slice(0, 70_000);

export function createTell(journal: Journal, act: EntryKind, { rowId, contactId }: Linked): Tell {
  return async (rows, { update, remove }, write) => {
    const rowOf = (wanted: number) => rows.find((row) => row.rowId === wanted);
    const deeds = [
      ...update.map(({ rowId: at, values }) => ({
        row: rowOf(at),
        names: Object.keys(values),
        to: lines(Object.values(values)),
      })),
      ...remove.map((at) => ({ row: rowOf(at), names: Object.keys(rowOf(at)?.values ?? {}), to: '' })),
    ];
    const begun: string[] = [];
    try {
      for (const { row, names, to } of deeds) {
        const [id, from] = [crypto.randomUUID(), lines(names.map((name) => row?.values[name] ?? ''))];
        const label = (row?.values.title ?? '').slice(0, 500);
        await journal.begin({
          ...{ id, contactId, rowId, act, what: row?.id ?? 'row', label, from, to },
          via: 'highlevel',
        });
        begun.push(id);
      }
      await write();
      for (const id of begun) journal.finish(id, 'saved');
    } catch (error) {
      const failure = toFailure(error);
      for (const id of begun) journal.finish(id, resultOf(failure), failure);
      throw error;
    }
  };
}
