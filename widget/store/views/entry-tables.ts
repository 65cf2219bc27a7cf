import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { EntryColumns } from '../../../grist/entry-table.ts';
import type { TableChoice } from '../../../grist/structure.ts';
import type { EntryKind } from '../../../sync/entries.ts';

/** How far bringing in all contacts' entries has come. */
export interface FillView {
  done: number;
  total: number;
  /** Contacts that could not be read or written. */
  failed: number;
  running: boolean;
  /** What ended it before its end; `null`: nothing, or the person. */
  failure: Failure | null;
}

/** Which tables of the document have tasks, notes and appointments as their rows. */
export interface EntryTableSettings {
  /** `null` until the document was read; empty where access rules hide the tables. */
  readonly tables: ReadonlySignal<readonly TableChoice[] | null>;
  readonly chosen: ReadonlySignal<Readonly<Partial<Record<EntryKind, EntryColumns>>>>;
  /** The kind for which a table is being made. */
  readonly making: ReadonlySignal<EntryKind | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  readonly fill: ReadonlySignal<FillView | null>;
  /** Makes a table in the document and chooses it. */
  create(kind: EntryKind): void;
  /** Takes a table with the columns that its names suggest; `''`: none. */
  choose(kind: EntryKind, tableId: string): void;
  /** Joins one of its columns; `''`: none. */
  join(kind: EntryKind, key: string, colId: string): void;
  /** Brings in the entries of all contacts in the panel's table. */
  fillAll(): void;
  stopFilling(): void;
}
