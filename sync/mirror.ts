/** What a table can mirror: the entries of contacts. */
export type MirrorKind = 'task' | 'note' | 'appointment';

/**
 * How a column's values are written as text: `time` as an ISO instant of whole seconds, `flag` as `true` or `false`, `name`
 * as a person's or calendar's name.
 */
export type MirrorValue = 'text' | 'time' | 'flag' | 'name';

export interface MirrorColumn {
  key: string;
  value: MirrorValue;
  /** Does HighLevel take it from us? */
  writable: boolean;
}

const column = (key: string, value: MirrorValue, writable = true): MirrorColumn => ({ key, value, writable });

/** The columns that a mirrored table may have, beside the entry's id and its contact. */
export const mirrorColumns: Readonly<Record<MirrorKind, readonly MirrorColumn[]>> = {
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

/** By column; a column that says nothing, or that the table does not have, is absent. */
export type MirrorValues = Readonly<Record<string, string>>;

/** An entry as HighLevel has it. */
export interface MirroredEntry {
  id: string;
  values: MirrorValues;
  /** Columns whose text is less than what HighLevel has, such as that of an HTML note: nothing is sent from them. */
  lossy: readonly string[];
}

/** A row of the table that stands for an entry. */
export interface MirrorRow {
  rowId: number;
  /** `''`: typed in the grid and not in HighLevel yet. */
  id: string;
  values: MirrorValues;
}

/** What both sides of each entry last agreed on, by entry. */
export type MirrorBase = ReadonlyMap<string, MirrorValues>;

export interface MirrorPlan {
  /** Entries that have no row. */
  add: readonly MirroredEntry[];
  /** Cells that follow HighLevel. */
  update: readonly { rowId: number; values: MirrorValues }[];
  /** Rows of entries that HighLevel no longer has, and that nobody changed in the grid. */
  remove: readonly number[];
  /** Changes of the grid that go to HighLevel. */
  send: readonly { id: string; values: MirrorValues }[];
  /** Changed on both sides since they agreed. */
  conflicts: readonly { id: string; rowId: number; grist: MirrorValues; highlevel: MirrorValues }[];
  /** Rows typed in the grid that are not in HighLevel yet. */
  create: readonly MirrorRow[];
  /** Both sides hold these, and nobody has noted that. */
  agree: MirrorBase;
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
const same = (one: string, other: string) => plain(one) === plain(other);

/**
 * Compares a contact's entries with its rows and with what they last agreed on. What changed on one side alone goes to the
 * other; what changed on both is a person's choice. A row that was deleted in the grid comes back: HighLevel's entries are
 * deleted in the panel, where it can be taken back. `isSendable` tells of a column whether the table can say it whole.
 */
export function planMirror(
  entries: readonly MirroredEntry[],
  rows: readonly MirrorRow[],
  base: MirrorBase,
  isSendable: (key: string) => boolean,
): MirrorPlan {
  const byId = new Map<string, MirrorRow>();
  // A row that was copied keeps the id of its model: the first one stands for the entry.
  for (const row of rows) if (row.id !== '' && !byId.has(row.id)) byId.set(row.id, row);
  const known = new Set(entries.map(({ id }) => id));
  const agree = new Map<string, MirrorValues>();
  const plan = {
    add: entries.filter(({ id }) => !byId.has(id)),
    update: [] as { rowId: number; values: MirrorValues }[],
    remove: [...byId.values()].filter(({ id, values }) => !known.has(id) && isAsAgreed(values, base.get(id))),
    send: [] as { id: string; values: MirrorValues }[],
    conflicts: [] as { id: string; rowId: number; grist: MirrorValues; highlevel: MirrorValues }[],
    create: rows.filter(({ id }) => id === ''),
    agree,
  };

  for (const entry of entries) {
    const row = byId.get(entry.id);
    if (!row) continue;
    const { toGrist, toHighLevel, equal, grist, highlevel } = compare(entry, row, base.get(entry.id), isSendable);
    if (toGrist) plan.update.push({ rowId: row.rowId, values: toGrist });
    if (toHighLevel) plan.send.push({ id: entry.id, values: toHighLevel });
    if (grist && highlevel) plan.conflicts.push({ id: entry.id, rowId: row.rowId, grist, highlevel });
    if (equal) agree.set(entry.id, equal);
  }
  return { ...plan, remove: plan.remove.map(({ rowId }) => rowId) };
}

type Side = 'toGrist' | 'toHighLevel' | 'equal' | 'grist' | 'highlevel';

/** Sorts an entry's columns by what is to become of them; a column that neither side may change now is in none. */
function compare(
  { values, lossy }: MirroredEntry,
  row: MirrorRow,
  base: MirrorValues = {},
  isSendable: (key: string) => boolean,
): Partial<Record<Side, MirrorValues>> {
  const found: Partial<Record<Side, Record<string, string>>> = {};
  const put = (side: Side, key: string, text: string) => {
    found[side] = { ...found[side], [key]: text };
  };
  for (const [key, grist] of Object.entries(row.values)) {
    const highlevel = values[key];
    if (highlevel === undefined) continue;
    const last = base[key];
    const changedHere = last === undefined || !same(last, grist);
    const changedThere = last === undefined || !same(last, highlevel);
    // An empty cell that never said anything is filled in, and so is a tick, which cannot say that it says nothing.
    const isBlank = last === undefined && /^(|true|false)$/.test(plain(grist));
    if (same(grist, highlevel)) {
      if (changedThere) put('equal', key, highlevel);
    } else if (!changedHere || isBlank) put('toGrist', key, highlevel);
    else if (!isSendable(key) || lossy.includes(key)) continue;
    else if (!changedThere) put('toHighLevel', key, grist);
    else {
      put('grist', key, grist);
      put('highlevel', key, highlevel);
    }
  }
  return found;
}

/** Did both sides agree on the row, and did nobody change it since? */
function isAsAgreed(values: MirrorValues, base: MirrorValues | undefined): boolean {
  if (!base) return false;
  return Object.entries(values).every(([key, text]) => base[key] === undefined || same(base[key], text));
}
