import type { EntryRow, EntryValues } from '../../sync/entries.ts';
import type { Intent } from '../state.ts';
import type { EntryLook } from './look.ts';

const longest = { label: 500, text: 70_000 };

const lines = (texts: readonly string[]) => texts.filter(Boolean).join('\n').slice(0, longest.text);

/** What the log says of rows that are about to be changed or removed for HighLevel's sake. A row that is added replaces nothing. */
export function rowIntents({ table, contact, rows, plan }: EntryLook): readonly Intent[] {
  const byId = new Map(rows.map((row) => [row.rowId, row]));
  const [rowId = null] = contact.rowIds;
  const intent = (row: EntryRow, keys: readonly string[], to: EntryValues): Intent => ({
    id: crypto.randomUUID(),
    contactId: contact.contactId,
    rowId,
    act: table.kind,
    what: row.id || 'row',
    label: (row.values.title ?? '').slice(0, longest.label),
    from: lines(keys.map((key) => row.values[key] ?? '')),
    to: lines(keys.map((key) => to[key] ?? '')),
    via: 'highlevel',
  });
  const changed = [...plan.adopt, ...plan.update].filter(({ values }) => Object.keys(values).length > 0);
  return [
    ...changed.flatMap(({ rowId: at, values }) => {
      const row = byId.get(at);
      return row ? intent(row, Object.keys(values), values) : [];
    }),
    ...plan.remove.flatMap((at) => {
      const row = byId.get(at);
      return row ? intent(row, Object.keys(row.values), {}) : [];
    }),
  ];
}
