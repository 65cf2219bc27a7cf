import type { FieldValues } from '../../sync/fields.ts';

export interface FakeRow {
  contactId: string;
  values: FieldValues;
  tags?: readonly string[];
}

/** Rows that several sections of one document show. */
export interface FakeTable {
  rows: Map<number, FakeRow>;
  /** Sections that show it. */
  heard: Set<() => void>;
}

export const createFakeTable = (rows: Readonly<Record<number, FakeRow>> = {}): FakeTable => ({
  rows: new Map(Object.entries(rows).map(([rowId, row]) => [Number(rowId), row])),
  heard: new Set(),
});

/** One undo step, as Grist's activity log would tell it. */
export type FakeBundle =
  | { kind: 'link'; rowId: number; contactId: string; before: string; description: string }
  | { kind: 'row'; rowId: number; values: FieldValues; before: FieldValues; description: string }
  | { kind: 'tick'; taskId: string; completed: boolean; description: string };
