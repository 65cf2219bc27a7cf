import type { ActivityLine } from '../../grist/log-table.ts';
import type { MemoryDocument } from './grist-memory/document.ts';

const columns: Readonly<Record<keyof Omit<ActivityLine, 'at'>, string>> = {
  ...{ id: 'Entry_ID', person: 'Person', contactId: 'Contact_ID', what: 'What', from: 'Before', to: 'After' },
  ...{ via: 'Where', result: 'Result', reason: 'Reason', traceId: 'Trace_ID' },
};

/** The lines of the log that the document has. */
export function readLog(document: MemoryDocument): ActivityLine[] {
  if (!document.fetch('_grist_Tables').tableId?.includes('HighLevel_Activity')) return [];
  const { id, Time = [], ...data } = document.fetch('HighLevel_Activity');
  return id.map((_, index) => ({
    ...(Object.fromEntries(Object.entries(columns).map(([key, colId]) => [key, String(data[colId]?.[index])])) as Omit<
      ActivityLine,
      'at'
    >),
    at: Number(Time[index]) * 1000,
  }));
}
