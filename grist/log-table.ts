import { type CellValue, type GristDoc, GristError } from './doc.ts';

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

const tableId = 'HighLevel_Activity';
const idColumn = 'Entry_ID';
/** Rows in one action: Grist takes more, but a page should not be paused meanwhile. */
const atOnce = 500;

interface Column {
  id: string;
  label: string;
  type: string;
  cell(line: ActivityLine): CellValue;
}

const text = (id: string, label: string, key: Exclude<keyof ActivityLine, 'at'>): Column => ({
  id,
  label,
  type: 'Text',
  cell: (line) => line[key],
});

/** Named in one language: all people of the document share it. */
const columnsIn = (timeZone: string): readonly Column[] => [
  { id: 'Time', label: 'Time', type: `DateTime:${timeZone}`, cell: ({ at }) => at / 1000 },
  text('Person', 'Person', 'person'),
  text('Contact_ID', 'Contact ID', 'contactId'),
  text('What', 'What', 'what'),
  text('Before', 'Before', 'from'),
  text('After', 'After', 'to'),
  text('Result', 'Result', 'result'),
  text('Reason', 'Reason', 'reason'),
  text('Where', 'Where', 'via'),
  text('Trace_ID', 'Trace ID', 'traceId'),
  text(idColumn, 'Entry ID', 'id'),
];

/** Reads the table of the log, if the document has it; else it is made when there is something to add. Throws `GristError`. */
export async function openActivityTable(
  doc: GristDoc,
  /** The document's IANA zone. */
  timeZone: string,
): Promise<ActivityTable> {
  const columns = columnsIn(timeZone);
  const data = await doc.fetchTable(tableId).catch((error: unknown) => {
    if (error instanceof GristError && error.code === 'column-gone') return null;
    throw error;
  });
  // Columns may have been removed; without the ids there is no telling what is new.
  if (data && !data[idColumn]) throw new GristError('column-gone', `Invalid column "${idColumn}"`);
  const present = columns.filter(({ id }) => !data || data[id]);
  const structure = columns.map(({ id, label, type }) => ({ id, label, type, isFormula: false }));
  let isThere = data !== null;

  return {
    tableId,
    known: new Set((data?.[idColumn] ?? []).map(String)),
    async append(lines, description) {
      for (let from = 0; from < lines.length; from += atOnce) {
        const part = lines.slice(from, from + atOnce);
        const cells = Object.fromEntries(present.map(({ id, cell }) => [id, part.map(cell)]));
        const add = ['BulkAddRecord', tableId, part.map(() => null), cells] as const;
        const make = ['AddTable', tableId, structure] as const;
        await doc.apply(isThere ? [add] : [make, add], description);
        isThere = true;
      }
    },
  };
}
