import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { HighLevelError } from '../../highlevel/errors.ts';
import type { Store } from '../database/open.ts';
import { documentName } from '../document.ts';
import type { Session } from '../sessions.ts';

/** State belongs to a document and the location that it reaches: a document that is connected to another location has none. */
const spaceOf = (document: string, locationId: string) => `${document} ${locationId}`;

/** The space that a session may read. Throws `HighLevelError`: `not-connected`. */
export function readableSpace({ person, connection }: Session): string {
  if (!connection) throw new HighLevelError('not-connected', 'This document is connected to no location.');
  return spaceOf(documentName(person), connection.locationId);
}

/** The space that a session may write to. Throws `HighLevelError`: `forbidden` for a viewer. */
export function writableSpace(session: Session): string {
  if (session.role === 'viewer') {
    throw new HighLevelError('forbidden', 'Viewers of the document may not change its state.');
  }
  return readableSpace(session);
}

/** Large tables, the column by which their rows are deleted, and how many of its values at a time. */
const large = [
  { table: 'agreement', column: 'contact_id', count: 25 },
  { table: 'activity_outcome', column: 'entry_id', count: 500 },
  { table: 'activity', column: 'id', count: 500 },
] as const;

/** Deletes the state of a document and a location. Other requests go on in the meantime. */
export async function forgetSpace(store: Store, document: string, locationId: string): Promise<void> {
  const space = spaceOf(document, locationId);
  for (const { table, column, count } of large) {
    const some = sql`(select distinct ${sql.ref(column)} from ${sql.table(table)} where space = ${space} limit ${count})`;
    const remove = sql`delete from ${sql.table(table)} where space = ${space} and ${sql.ref(column)} in ${some}`;
    while (((await remove.execute(store)).numAffectedRows ?? 0n) > 0n) await pause();
  }
  for (const table of ['person', 'lease', 'state_size'] as const) {
    await store.deleteFrom(table).where('space', '=', space).execute();
  }
}
