import { sql } from 'kysely';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import { entryAad, outcomeAad } from './activity.ts';
import { baseAad } from './base.ts';
import { personAad } from './people.ts';

type Row = Readonly<Record<string, string | number>> & { sealed: string };

interface Table {
  name: string;
  key: readonly string[];
  aad: (row: Row) => string;
}

const tables: readonly Table[] = [
  {
    name: 'agreement',
    key: ['space', 'contact_id', 'field'],
    aad: ({ space, contact_id, field }) => baseAad(String(space), String(contact_id), String(field)),
  },
  { name: 'activity', key: ['space', 'id'], aad: ({ space, id }) => entryAad(String(space), String(id)) },
  {
    name: 'activity_outcome',
    key: ['space', 'entry_id', 'position'],
    aad: ({ space, entry_id }) => outcomeAad(String(space), String(entry_id)),
  },
  { name: 'person', key: ['space', 'user_id'], aad: ({ space, user_id }) => personAad(String(space), Number(user_id)) },
];

/** Rows in one transaction. */
const page = 500;

const columnsOf = ({ key }: Table) => sql.join(key.map((column) => sql.ref(column)));
const valuesOf = ({ key }: Table, row: Row) => sql.join(key.map((column) => row[column]));

async function rowsAfter(store: Store, table: Table, last: Row | undefined): Promise<Row[]> {
  const columns = columnsOf(table);
  const after = last ? sql`where (${columns}) > (${valuesOf(table, last)})` : sql``;
  const { rows } = await sql<Row>`
    select ${columns}, sealed from ${sql.table(table.name)} ${after} order by ${columns} limit ${page}`.execute(store);
  return rows;
}

/** A row that was changed in the meantime has the newest key already. */
const replace = (db: Store, table: Table, row: Row, sealed: string) =>
  sql`update ${sql.table(table.name)} set sealed = ${sealed}
    where (${columnsOf(table)}) = (${valuesOf(table, row)}) and sealed = ${row.sealed}`.execute(db);

/**
 * Re-encrypts rows that older keys of the ring sealed, in one walk through each table. An altered row is left as it is: it
 * cannot be read, and is deleted with its age or its connection.
 */
export async function resealState(store: Store, vault: Vault, olderKeys: readonly string[]): Promise<void> {
  if (olderKeys.length === 0) return;
  for (const table of tables) {
    for (let rows = await rowsAfter(store, table, undefined); rows.length > 0; ) {
      const stale = rows.filter(({ sealed }) => vault.isStale(sealed));
      await store.transaction().execute(async (db) => {
        for (const row of stale) {
          const text = vault.tryOpen(row.sealed, table.aad(row));
          if (text !== null) await replace(db, table, row, vault.seal(text, table.aad(row)));
        }
      });
      rows = await rowsAfter(store, table, rows.at(-1));
    }
  }
}
