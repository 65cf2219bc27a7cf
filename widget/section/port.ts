import type { ReadonlySignal } from '@preact/signals';
import type { Values } from '../../sync/cells.ts';
import type { Binding } from '../../sync/mapping.ts';
import type { ConflictRule } from '../../sync/merge.ts';
import type { MirrorKind, MirrorRow, MirrorValues } from '../../sync/mirror.ts';
import type { FieldRef } from '../../sync/refs.ts';

/** What Grist lets this section do. Writing and tokens both need `full`. */
export type AccessLevel = 'none' | 'read table' | 'full';

/** The row under the cursor, decoded. */
export interface Row {
  tableId: string;
  rowId: number;
  /** Trimmed; `''` when the row is not linked to a contact. */
  contactId: string;
  /** Mapped columns only, as text in the terms of `sync/fields.ts`. */
  values: Values;
  /** Mapped Tags column, when there is one. */
  tags: readonly string[] | null;
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

/** Where the document keeps tasks: the Grist table, its column of HighLevel task ids and its tick column. */
export interface TasksTable {
  tableId: string;
  idColumn: string;
  doneColumn: string;
}

/** A table of the document whose rows stand for entries of contacts. */
export interface MirrorTable {
  tableId: string;
  /** colIds by the keys of `sync/mirror.ts`, and by `id` and `contact`. */
  columns: Readonly<Record<string, string>>;
}

/** What a mirrored table holds. */
export interface MirrorContent {
  /** `contact` is a row of the panel's table, or a contact's id. */
  rows: readonly (MirrorRow & { contact: number | string | null })[];
  /** Columns that can say all of what HighLevel would take. */
  sendable: ReadonlySet<string>;
  /** Columns that hold the day of a time. */
  days: ReadonlySet<string>;
}

/** What is to become of the rows of one contact. */
export interface MirrorChanges {
  contact: Pick<Row, 'rowId' | 'contactId'>;
  add: readonly { id: string; values: MirrorValues }[];
  /** With `id` the row is told for which entry it stands. */
  update: readonly { rowId: number; values: MirrorValues; id?: string }[];
  remove: readonly number[];
}

/** How columns and fields go together, beyond what Grist's own mapping says. */
export interface SyncOptions {
  bindings: readonly Binding[];
  /** Who is right where a column does not say. */
  onConflict: ConflictRule;
  /** Are changes made in the grid sent without asking? */
  automatic: boolean;
}

export type Mirrors = Readonly<Partial<Record<MirrorKind, MirrorTable>>>;

/** Kept in Grist's widget options: readable by every viewer and copied with the document, so never a secret. */
export interface WidgetOptions {
  /** `null`: the person chose none. Absent: guess by name. */
  tasksTable?: TasksTable | null;
  sync?: SyncOptions;
  /** A white-label domain of HighLevel, or `''` for HighLevel's own. */
  domain?: string;
  /** Tables that mirror entries. */
  mirrors?: Mirrors;
}

export interface TableColumn {
  colId: string;
  label: string;
  /** Grist's own, such as `Date` or `Ref:People`. */
  type: string;
  /** Computed: nobody writes it. */
  isFormula?: boolean;
  /** Of a Choice or ChoiceList column. */
  choices?: readonly string[];
  /** The choices that have colours of their own. */
  looks?: ChoiceLooks;
}

/** Colours of choices, `#rrggbb`, as a column defines them. */
export type ChoiceLooks = Readonly<Record<string, { fill: string; text: string }>>;

/** A column that the panel receives, the field that it goes with, and what its first rows hold, as text. */
export interface BoundColumn extends TableColumn {
  field: FieldRef | null;
  samples: readonly string[];
}

/** A table of the document as the settings screen offers it. */
export interface TableChoice {
  tableId: string;
  columns: readonly TableColumn[];
}

/** Grist refused or failed. `message` is Grist's own, for the log of a curious admin. */
export type GristCode = 'read-only' | 'access-rule' | 'no-access' | 'row-gone' | 'column-gone' | 'formula' | 'unknown';

/** A line of the panel's log as the document keeps it, by column of `ActivityTable`. */
export interface ActivityLine {
  /** Names the entry: it is copied once. */
  id: string;
  /** Epoch milliseconds. */
  at: number;
  person: string;
  contactId: string;
  what: string;
  from: string;
  to: string;
  via: string;
  result: string;
  reason: string;
  traceId: string;
}

/** The Grist table to which the log is copied. */
export interface ActivityTable {
  tableId: string;
  /** Ids of the entries that are in it. */
  known: ReadonlySet<string>;
  /** Adds lines in the order given, and makes the table when there is none, as few undo steps. Throws `GristError`. */
  append(lines: readonly ActivityLine[], description: string): Promise<void>;
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
  /** Mapped fields whose column is computed: nobody can write it. Empty when Grist does not tell. */
  computed(): Promise<ReadonlySet<FieldRef>>;
  /** How mapped columns of choices paint them. Empty when Grist does not tell. */
  choiceLooks(): Promise<ReadonlyMap<FieldRef, ChoiceLooks>>;
  /** Moves the panel's cursor to a row. Throws `GristError`. */
  showRow(rowId: number): Promise<void>;
  /** Throws `GristError`. */
  activityTable(): Promise<ActivityTable>;
  /** Reads the table that mirrors a kind of entry, `anew` by its columns as they are by then; `null` when there is none. Throws `GristError`. */
  readMirror(kind: MirrorKind, anew?: boolean): Promise<MirrorContent | null>;
  /** Writes to the table that mirrors a kind of entry, as one undo step. Throws `GristError`. */
  writeMirror(kind: MirrorKind, changes: MirrorChanges, description: string): Promise<void>;
  /** Makes a table for a kind of entry, linked to the panel's table. Throws `GristError`. */
  createMirror(kind: MirrorKind, description: string): Promise<MirrorTable>;
  /** Which columns of a table seem to hold what of a kind of entry. */
  guessMirror(kind: MirrorKind, table: TableChoice): Promise<MirrorTable>;
}

/** Grist as the stores see it: they get it as an argument and never name the global. */
export interface Section {
  readonly state: ReadonlySignal<SectionState>;
  readonly environment: Environment;
  readonly options: ReadonlySignal<WidgetOptions>;
  /** Fields that have a mapped column. */
  readonly mapped: ReadonlySignal<ReadonlySet<FieldRef>>;
  /** How often the person asked Grist to open the panel's own settings ("Open configuration"). */
  readonly settingsAsked: ReadonlySignal<number>;
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
  /** Changes the options; Grist then shows its green Save, and keeps them for everyone only after it is pressed. */
  setOptions(options: WidgetOptions): Promise<void>;
}
