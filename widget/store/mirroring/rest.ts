import type { EntryKind, EntryRow } from '../../../sync/entries.ts';

/** Milliseconds. */
const restTime = 3_000;

/** A row is typed cell by cell: it is taken when nobody has typed in it for a moment. */
export function createRest() {
  const resting = new Map<string, { text: string; since: number }>();

  return (kind: EntryKind, { rowId, values }: EntryRow): boolean => {
    const [name, text] = [`${kind} ${rowId}`, JSON.stringify(values)];
    const known = resting.get(name);
    const since = known?.text === text ? known.since : Date.now();
    resting.set(name, { text, since });
    return Date.now() - since >= restTime;
  };
}
