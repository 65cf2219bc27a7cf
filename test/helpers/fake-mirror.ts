import { type EntryKind, type EntryRow, entryColumns } from '../../sync/entries.ts';
import type { MirrorContent, WholeDocument } from '../../widget/section/port.ts';

type Row = MirrorContent['rows'][number];

/** The document's tables of entries, one per kind, and what was written to them. */
export interface FakeMirrors {
  rows: Map<EntryKind, Row[]>;
  /** Undo steps. */
  bundles: { kind: EntryKind; description: string }[];
  /** Somebody types in the grid. */
  type(kind: EntryKind, rowId: number, values: Partial<EntryRow['values']>): void;
  /** Somebody adds a row in the grid. */
  add(kind: EntryKind, contact: number, values: Record<string, string>): number;
  remove(kind: EntryKind, rowId: number): void;
  /** Columns that hold less than HighLevel has. */
  unsendable: Set<string>;
}

export function createFakeMirrors(): FakeMirrors {
  const rows = new Map<EntryKind, Row[]>([
    ['task', []],
    ['note', []],
    ['appointment', []],
  ]);
  const of = (kind: EntryKind) => rows.get(kind) ?? [];
  let last = 0;
  return {
    rows,
    bundles: [],
    unsendable: new Set(),
    type: (kind, rowId, values) => {
      const next = of(kind).map((row) =>
        row.rowId === rowId ? { ...row, values: { ...row.values, ...(values as Record<string, string>) } } : row,
      );
      rows.set(kind, next);
    },
    add: (kind, contact, values) => {
      const blank = Object.fromEntries(
        entryColumns[kind].map(({ key, value }) => [key, value === 'flag' ? 'false' : '']),
      );
      rows.set(kind, [...of(kind), { rowId: ++last, id: '', contact, values: { ...blank, ...values } }]);
      return last;
    },
    remove: (kind, rowId) => {
      rows.set(
        kind,
        of(kind).filter((row) => row.rowId !== rowId),
      );
    },
  };
}

/** The port's verbs over such tables. `isThere` says whether a kind is mirrored. */
export function fakeMirrorVerbs(
  mirrors: FakeMirrors,
  isThere: (kind: EntryKind) => boolean,
): Pick<WholeDocument, 'readMirror' | 'writeMirror' | 'createMirror' | 'guessMirror'> {
  const table = (kind: EntryKind) => ({
    tableId: `HighLevel_${kind}`,
    columns: Object.fromEntries(
      ['id', 'contact', ...entryColumns[kind].map(({ key }) => key)].map((key) => [key, key]),
    ),
  });
  return {
    readMirror: async (kind) => {
      await Promise.resolve();
      if (!isThere(kind)) return null;
      const sendable = entryColumns[kind].filter(({ key, writable }) => writable && !mirrors.unsendable.has(key));
      return {
        rows: structuredClone(mirrors.rows.get(kind) ?? []),
        sendable: new Set(sendable.map(({ key }) => key)),
        unreadable: [],
        days: new Set<string>(),
      };
    },
    writeMirror: async (kind, { contact, add, update, remove }, description) => {
      await Promise.resolve();
      mirrors.bundles.push({ kind, description });
      for (const { id, values } of add) {
        const rowId = mirrors.add(kind, contact.rowId, values);
        const known = mirrors.rows.get(kind) ?? [];
        mirrors.rows.set(
          kind,
          known.map((row) => (row.rowId === rowId ? { ...row, id } : row)),
        );
      }
      for (const { rowId, values, id } of update) {
        mirrors.type(kind, rowId, values);
        const known = mirrors.rows.get(kind) ?? [];
        if (id !== undefined)
          mirrors.rows.set(
            kind,
            known.map((row) => (row.rowId === rowId ? { ...row, id } : row)),
          );
      }
      for (const rowId of remove) mirrors.remove(kind, rowId);
    },
    createMirror: async (kind) => table(kind),
    guessMirror: async (kind) => table(kind),
  };
}
