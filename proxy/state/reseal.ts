import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';
import { entryAad, outcomeAad } from './activity.ts';
import { baseAad } from './base.ts';
import { personAad } from './people.ts';

/** Rows that are re-encrypted at a time. */
const batch = 500;

const aads = {
  agreement: (row: Row) => baseAad(String(row.space), String(row.contact_id), String(row.field)),
  activity: (row: Row) => entryAad(String(row.space), String(row.id)),
  activity_outcome: (row: Row) => outcomeAad(String(row.space), String(row.entry_id)),
  person: (row: Row) => personAad(String(row.space), Number(row.user_id)),
};

type Table = keyof typeof aads;
type Row = Readonly<Record<string, string | number>>;

const rowsSealedWith = (store: Store, table: Table, key: string, count: number) =>
  store.selectFrom(table).selectAll().where('sealed', 'like', `v1.${key}.%`).limit(count).execute();

/**
 * Re-encrypts rows that older keys of the ring sealed. An altered row is left as it is: it cannot be read, and is deleted with
 * its age or its connection.
 */
export async function resealState(store: Store, vault: Vault, olderKeys: readonly string[]): Promise<void> {
  for (const key of olderKeys) {
    for (const table of Object.keys(aads) as Table[]) {
      let altered = 0;
      for (;;) {
        const rows = await rowsSealedWith(store, table, key, batch + altered);
        if (rows.length <= altered) break;
        altered = 0;
        for (const row of rows) {
          const aad = aads[table](row as unknown as Row);
          const opened = vault.tryOpen(row.sealed, aad);
          if (opened === null) altered += 1;
          else
            await store
              .updateTable(table)
              .set({ sealed: vault.seal(opened, aad) })
              .where('sealed', '=', row.sealed)
              .execute();
        }
      }
    }
  }
}
