import type { Api } from '../../../highlevel/client.ts';
import { searchTasks } from '../../../highlevel/task-search.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Access } from '../connecting/session.ts';
import type { Move } from '../views/moves.ts';

/** Contacts whose open tasks are searched together. */
const together = 50;

export interface FindRowOptions {
  section: Pick<Section, 'whole'>;
  api: () => Promise<Api>;
  access: Pick<Access, 'locationId'>;
  /** Epoch milliseconds. */
  now: () => number;
}

type Listed = Pick<Row, 'rowId' | 'contactId'>;

/** The first of these rows whose contact has an open task, or an overdue one. */
async function withTask({ api, access, now }: FindRowOptions, rows: readonly Listed[], isOverdue: boolean) {
  const linked = rows.filter(({ contactId }) => contactId !== '');
  const [to, locationId] = await Promise.all([api(), access.locationId()]);
  for (let from = 0; from < linked.length; from += together) {
    const page = linked.slice(from, from + together);
    const contactIds = page.map(({ contactId }) => contactId);
    const found = new Set<string>();
    for await (const { contactId, dueDate } of searchTasks(to, locationId, { contactIds, completed: false })) {
      if (!isOverdue || (dueDate !== null && dueDate < now())) found.add(contactId);
    }
    const first = page.find(({ contactId }) => found.has(contactId));
    if (first) return first;
  }
  return undefined;
}

/** Where a move from a row leads, or whether a row is still there; with the order of the section's rows. Throws. */
export async function findRow(options: FindRowOptions, to: Exclude<Move, 'grid'>, from: number) {
  const rows = await (await options.section.whole()).inOrder();
  const here = rows.findIndex(({ rowId }) => rowId === from);
  const find = () => {
    if (typeof to === 'object') {
      const own = rows.find(({ rowId }) => rowId === to.rowId);
      return own ?? rows.find(({ contactId }) => contactId !== '' && contactId === to.contactId);
    }
    if (to === 'next') return rows[here + 1];
    if (to === 'previous') return rows[here - 1];
    return withTask(options, rows.slice(here + 1), to === 'overdue');
  };
  const found = await find();
  return { order: rows.map(({ rowId }) => rowId), rowId: found?.rowId };
}
