import type { ReadonlySignal } from '@preact/signals';
import type { ContactTable } from '../../grist/contact-table.ts';
import type { EntryColumns, EntryTable } from '../../grist/entry-table.ts';
import type { ActivityTable } from '../../grist/log-table.ts';
import type { PageSection } from '../../grist/pages.ts';
import type { TableChoice, TableColumn } from '../../grist/structure.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { Template } from '../../grist/template.ts';
import type { Values } from '../../sync/cells.ts';
import type { ContactIdCell } from '../../sync/contact-id.ts';
import type { EntryKind } from '../../sync/entries.ts';
import type { Binding } from '../../sync/mapping.ts';
import type { ConflictRule } from '../../sync/merge.ts';
import type { FieldRef } from '../../sync/refs.ts';

/** What Grist lets this section do. Writing and tokens both need `full`. */
export type AccessLevel = 'none' | 'read table' | 'full';

/** The row under the cursor, decoded. */
export interface Row extends ContactIdCell {
  tableId: string;
  rowId: number;
  /** Mapped columns only, as text in the terms of `sync/fields.ts`. */
  values: Values;
  /** Mapped Tags column of the row under the cursor, when there is one. */
  tags?: readonly string[] | null;
}

/** All that the section says, as one value: exactly one of these is true at a time. */
export type SectionState =
  | { kind: 'booting' }
  /** The page was opened by itself, not by Grist. */
  | { kind: 'outside-grist' }
  | { kind: 'no-access'; level: AccessLevel }
  | { kind: 'unmapped' }
  | { kind: 'no-row' }
  | { kind: 'new-row' }
  | { kind: 'row'; row: Row };

/** Where the panel was put, by the query parameters Grist appends. */
export interface Environment {
  /** The person may look but not change the document. */
  readOnly: boolean;
  /** Locale for words, e.g. `fr`. */
  language: string;
  /** Locale for numbers and dates, e.g. `en-GB`. */
  culture: string;
  /** The document's IANA time zone. */
  timeZone: string;
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
}

/** How columns and fields go together, beyond what Grist's own mapping says. */
export interface SyncOptions {
  bindings: readonly Binding[];
  /** Who is right where a column does not say. */
  onConflict: ConflictRule;
  /** Are changes made in the grid sent without asking? */
  automatic: boolean;
}

/** Where the document keeps tasks, notes and appointments, by kind. */
export type EntryPlaces = Readonly<Partial<Record<EntryKind, EntryColumns>>>;

/** Kept in Grist's widget options: readable by every viewer and copied with the document, so never a secret. */
export interface WidgetOptions {
  /** `null`: the person chose none. Absent: guess by name. */
  tasksTable?: TasksTable | null;
  sync?: SyncOptions;
  /** A white-label domain of HighLevel, or `''` for HighLevel's own. */
  domain?: string;
  /** The entry tables. The key is kept in documents. */
  mirrors?: EntryPlaces;
}

/** A column that the panel receives, the field that it goes with, and what its first rows hold, as text. */
export interface BoundColumn extends TableColumn {
  field: FieldRef | null;
  samples: readonly string[];
}

/** Where the panel stands in the document. */
export interface Surroundings {
  tableId: string;
  /** As Grist writes it above a section. */
  title: string;
  rowCount: number;
  /** All columns of the table. */
  columns: readonly BoundColumn[];
  /** The column that holds contact ids, with the number of rows that have one; `null`: none was found. */
  idColumn: { colId: string; label: string; filled: number } | null;
  /** The section that the panel is to follow; `null` where its page has none of this table. */
  source: PageSection | null;
  /** Does the panel follow a section already? */
  isFollowing: boolean;
  /** Another page where the panel is set up for this table. */
  sibling: PageSection | null;
  /** Why this table holds no contacts: its rows are groups of another's, or belong to contacts of another. */
  obstacle: { kind: 'summary' | 'entries'; of: string } | null;
}

/** What makes a document ready, by Grist's own actions. All throw `GristError`. */
export interface SetupVerbs {
  /** Throws `no-access` where the document's structure or this section cannot be read. */
  look(): Promise<Surroundings>;
  /** Maps the columns to their fields and links the panel. */
  useTable(
    setup: { columns: readonly Pick<Binding, 'colId' | 'field'>[]; options: Readonly<Record<string, unknown>> },
    idLabel: string,
    description: string,
  ): Promise<void>;
  /** Takes over columns and settings from another page. */
  copySibling(description: string): Promise<void>;
  makeTemplate(template: Template, description: string): Promise<void>;
  /** Makes the panel follow its table; answers `false` where its page has nothing to follow. */
  follow(description: string): Promise<boolean>;
}

/** What concerns more than the row under the cursor. Its code is fetched when it is wanted. */
export interface WholeDocument {
  /** All rows of the section's table as they are now, those outside its filter too. Throws `GristError`. */
  rows(): Promise<readonly Row[]>;
  /**
   * The section's own rows in its own order. A table that the section follows may be sorted otherwise; Grist does not tell
   * how. Throws `GristError`.
   */
  inOrder(): Promise<readonly Pick<Row, 'rowId' | 'contactId'>[]>;
  /** The columns of mapped fields as they are now. Empty when Grist does not tell. */
  mappedColumns(): Promise<ReadonlyMap<FieldRef, TableColumn>>;
  /** Gives a column of the section's table a type of Grist's, as one undo step; Grist converts its cells. Throws `GristError`. */
  changeType(colId: string, type: string, description: string): Promise<void>;
  /** Moves the panel's cursor to a row. Throws `GristError`. */
  showRow(rowId: number): Promise<void>;
  /** Throws `GristError`. */
  activityTable(): Promise<ActivityTable>;
  /** Makes a table for a kind of entry, linked to the panel's table. Throws `GristError`. */
  createEntryTable(kind: EntryKind, description: string): Promise<EntryColumns>;
  /** Which columns of a table seem to hold what of a kind of entry. */
  guessEntryTable(kind: EntryKind, table: TableChoice): Promise<EntryColumns>;
  /** What makes the document ready for the panel. */
  setup(): Promise<SetupVerbs>;
}

/** Grist as the stores see it: they get it as an argument and never name the global. */
export interface Section {
  readonly state: ReadonlySignal<SectionState>;
  readonly environment: Environment;
  readonly options: ReadonlySignal<WidgetOptions>;
  /** Fields that have a mapped column. */
  readonly mapped: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** How often Grist said that rows or columns of the table changed. */
  readonly changes: ReadonlySignal<number>;
  /** How often the person asked Grist to open the panel's own settings ("Open configuration"). */
  readonly settingsAsked: ReadonlySignal<number>;
  /** Does the section follow the cursor of another? Without that a click on a row of a table changes nothing here. */
  readonly isFollowing: ReadonlySignal<boolean>;
  /** A token by which Grist vouches for this person (needs `full`), and whom to ask about it. */
  accessToken(): Promise<{ token: string; docId: string; origin: string }>;
  /** The full id of the document: drafts are kept under it. */
  docId(): Promise<string>;
  /** Reads a row as it is now, shown or not; `null` when there is none. Throws `GristError`. */
  readRow(rowId: number): Promise<Row | null>;
  /**
   * Writes mapped columns of a row as one undo step, provided the row still holds that contact id; else throws
   * `GristError` with `row-gone`. Unmapped fields are left out.
   */
  writeRow(rowId: number, contactId: string, values: Values, description: string): Promise<void>;
  /**
   * Writes the id of a contact into a row as one undo step, or `''` to part the two, provided the row still holds
   * `expected`; else throws `GristError` with `row-gone`.
   */
  linkRow(rowId: number, expected: string, contactId: string, description: string): Promise<void>;
  /** The rows of the section's table that hold each of these contacts, seen or not. Throws `GristError`. */
  linkedRows(contactIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** The tasks table in force: chosen, else guessed, else `null`. */
  tasksTable(): Promise<TasksTable | null>;
  /** Ticks the row of a task as one undo step. Answers `false` when no row has that task. Throws `GristError`. */
  tickTask(taskId: string, completed: boolean, description: string): Promise<boolean>;
  tables(): Promise<readonly TableChoice[]>;
  /** The mapped columns of the section's table. Throws `GristError`. */
  columns(): Promise<readonly BoundColumn[]>;
  whole(): Promise<WholeDocument>;
  /** The section's table as the engine writes it, through the mapping as it is now. Throws `GristError` without a mapped contact id. */
  contactTable(): Promise<ContactTable>;
  /** The table of a kind of entry as the engine writes it; `null` when the document has none. */
  entryTable(kind: EntryKind): Promise<EntryTable | null>;
  /** Changes the options; Grist then shows its green Save, and keeps them for everyone only after it is pressed. */
  setOptions(options: WidgetOptions): Promise<void>;
}
