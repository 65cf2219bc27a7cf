/** What a contact has besides its fields. */
export type EntryKind = 'task' | 'note' | 'appointment';

export const entryKinds: readonly EntryKind[] = ['task', 'note', 'appointment'];

/**
 * How a column's values are written as text: `time` as an ISO instant of whole seconds, `flag` as `true` or `false`, `name`
 * as a person's or calendar's name.
 */
export type EntryValueKind = 'text' | 'time' | 'flag' | 'name';

export interface EntryColumn {
  key: string;
  value: EntryValueKind;
  /** Can HighLevel's API change it? */
  writable: boolean;
}

const column = (key: string, value: EntryValueKind, writable = true): EntryColumn => ({ key, value, writable });

/** The columns that an entry table may have, beside the entry's id and its contact. */
export const entryColumns: Readonly<Record<EntryKind, readonly EntryColumn[]>> = {
  task: [
    column('title', 'text'),
    column('due', 'time'),
    column('done', 'flag'),
    column('assignee', 'name'),
    column('body', 'text'),
  ],
  note: [
    column('body', 'text'),
    column('title', 'text'),
    column('added', 'time', false),
    column('author', 'name', false),
    column('pinned', 'flag'),
  ],
  appointment: [
    column('title', 'text'),
    column('starts', 'time'),
    column('ends', 'time'),
    column('status', 'text'),
    column('calendar', 'name', false),
    column('address', 'text'),
    column('notes', 'text'),
  ],
};

/** Text by column. A column that says nothing, or that the table does not have, is absent. */
export type EntryValues = Readonly<Record<string, string>>;

/** An entry of a contact as HighLevel has it, in the terms of the table. */
export interface HighLevelEntry {
  id: string;
  values: EntryValues;
  /** Columns that show less than HighLevel has, such as the text of an HTML note. Nothing is sent from them. */
  lossy: readonly string[];
}

/** A row of the table that stands for an entry. */
export interface EntryRow {
  rowId: number;
  /** `''`: the row was typed in the grid and does not name an entry of HighLevel yet. */
  id: string;
  values: EntryValues;
}

/** What both sides of each entry last agreed on, by entry. */
export type EntryBase = ReadonlyMap<string, EntryValues>;
