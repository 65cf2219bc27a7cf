import type { CellValue, GristApi } from './api.ts';
import { GristError, toGristError } from './errors.ts';
import type { ActivityLine, ActivityTable, Environment } from './port.ts';

const tableId = 'HighLevel_Activity';
const idColumn = 'Entry_ID';
/** Rows in one action: Grist takes more, but a page should not stand still meanwhile. */
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

/** Named in one language: the document is everybody's. */
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
  grist: GristApi,
  { readOnly, timeZone }: Pick<Environment, 'readOnly' | 'timeZone'>,
): Promise<ActivityTable> {
  if (readOnly) throw new GristError('read-only', 'No write access');
  const columns = columnsIn(timeZone);
  const data = await grist.docApi.fetchTable(tableId).catch((error: unknown) => {
    const told = toGristError(error);
    if (told.code === 'column-gone') return null;
    throw told;
  });
  // Somebody may have taken away columns; without the ids nobody could tell what is new.
  if (data && !data[idColumn]) throw new GristError('column-gone', `Invalid column "${idColumn}"`);
  const present = columns.filter(({ id }) => !data || data[id]);
  const structure = columns.map(({ id, label, type }) => ({ id, label, type, isFormula: false }));
  let isThere = data !== null;

  return {
    tableId,
    known: new Set((data?.[idColumn] ?? []).map(String)),
    async append(lines, desc) {
      try {
        for (let from = 0; from < lines.length; from += atOnce) {
          const part = lines.slice(from, from + atOnce);
          const cells = Object.fromEntries(present.map(({ id, cell }) => [id, part.map(cell)]));
          const add = ['BulkAddRecord', tableId, part.map(() => null), cells] as const;
          const make = ['AddTable', tableId, structure] as const;
          await grist.docApi.applyUserActions(isThere ? [add] : [make, add], { desc });
          isThere = true;
        }
      } catch (error) {
        throw toGristError(error);
      }
    },
  };
}
