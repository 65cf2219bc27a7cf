import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';

/** Rows sealed anew at a time. */
const batch = 500;

/** Where each table's rows are sealed. */
const places = {
  agreement: (row: Row) => `agreement ${row.space} ${row.contact_id} ${row.field}`,
  activity: (row: Row) => `activity ${row.space} ${row.id}`,
  activity_outcome: (row: Row) => `activity-outcome ${row.space} ${row.entry_id}`,
  person: (row: Row) => `person ${row.space} ${row.user_id}`,
};

type Table = keyof typeof places;
type Row = Readonly<Record<string, string | number>>;

const rowsSealedWith = (store: Store, table: Table, key: string, count: number) =>
  store.selectFrom(table).selectAll().where('sealed', 'like', `v1.${key}.%`).limit(count).execute();

/**
 * Seals anew what older keys of the ring sealed. What was altered is left as it is: it is not read any more, and goes with
 * its age or its connection.
 */
export async function resealMemory(store: Store, vault: Vault, olderKeys: readonly string[]): Promise<void> {
  for (const key of olderKeys) {
    for (const table of Object.keys(places) as Table[]) {
      let altered = 0;
      for (;;) {
        const rows = await rowsSealedWith(store, table, key, batch + altered);
        if (rows.length <= altered) break;
        altered = 0;
        for (const row of rows) {
          const place = places[table](row as unknown as Row);
          const text = vault.tryOpen(row.sealed, place);
          if (text === null) altered += 1;
          else
            await store
              .updateTable(table)
              .set({ sealed: vault.seal(text, place) })
              .where('sealed', '=', row.sealed)
              .execute();
        }
      }
    }
  }
}
