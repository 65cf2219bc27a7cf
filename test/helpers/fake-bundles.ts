import type { FieldRef } from '../../sync/refs.ts';
import { colIdOf, contactIdColumn, contactsTable } from './fake-table.ts';
import { tasksTable } from './fake-tasks.ts';
import type { RowChange } from './grist-memory/changes.ts';
import type { MemoryBundle, MemoryDocument } from './grist-memory/document.ts';

type Texts = Readonly<Partial<Record<FieldRef, string>>>;

/** A row that the panel changed, in its own terms. */
export type FakeBundle =
  | { kind: 'link'; rowId: number; contactId: string; before: string; description: string }
  | { kind: 'row'; rowId: number; values: Texts; before: Texts; description: string }
  | { kind: 'tick'; taskId: string; completed: boolean; description: string };

/** The changes of a bundle to the contacts and to the tasks. */
export function readBundle(
  document: MemoryDocument,
  { changes, description }: MemoryBundle,
  fields: Iterable<FieldRef>,
): FakeBundle[] {
  const fieldOf = new Map([...fields].map((field) => [colIdOf(field), field]));
  return changes.flatMap(({ tableId, rowId, before, after }): FakeBundle[] => {
    if (tableId === tasksTable.tableId) {
      const { id, [tasksTable.idColumn]: taskIds } = document.fetch(tableId);
      const taskId = String(taskIds?.[id.indexOf(rowId)]);
      return [{ kind: 'tick', taskId, completed: after?.[tasksTable.doneColumn] === true, description }];
    }
    if (tableId !== contactsTable) return [];
    const [contactId, held] = [after?.[contactIdColumn], before?.[contactIdColumn]];
    if (contactId !== undefined)
      return [{ kind: 'link', rowId, contactId: String(contactId), before: String(held), description }];
    const texts = (row: RowChange['after']) =>
      Object.fromEntries(Object.entries(row ?? {}).map(([colId, cell]) => [fieldOf.get(colId), String(cell ?? '')]));
    return [{ kind: 'row', rowId, values: texts(after), before: texts(before), description }];
  });
}
