import { sql } from 'kysely';
import type { Agreed, AgreedByName, Agreement } from '../../engine/ports.ts';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';

/** Associated data of a sealed value. */
export const baseAad = (space: string, contactId: string, field: string) => `agreement ${space} ${contactId} ${field}`;

/** By contact. */
export type AgreedByContact = Record<string, AgreedByName>;

interface Value {
  contactId: string;
  field: string;
  value: string;
  version: number;
}

const keyOf = (contactId: string, field: string) => `${contactId} ${field}`;

/** In one order for all callers, so that two transactions cannot wait for each other; a name that is given twice counts once. */
function valuesOf(agreements: readonly Agreement[]): Value[] {
  const all = agreements.flatMap(({ contactId, fields }) =>
    Object.entries(fields).map(([field, agreement]): [string, Value] => [
      keyOf(contactId, field),
      { contactId, field, ...agreement },
    ]),
  );
  return [...new Map(all)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

/** Collects agreements by contact. */
function group(found: readonly { contactId: string; field: string; agreed: Agreed }[]): AgreedByContact {
  const grouped: Record<string, Record<string, Agreed>> = {};
  for (const { contactId, field, agreed } of found) {
    grouped[contactId] ??= {};
    grouped[contactId][field] = agreed;
  }
  return grouped;
}

/** Stores what both sides last agreed on, by contact and field; values are sealed. `db` is the store or a transaction. */
export function createBase(vault: Vault, now: () => number = Date.now) {
  const rowsOf = (db: Store, space: string) =>
    db.selectFrom('agreement').select(['contact_id', 'field', 'sealed', 'version', 'at']).where('space', '=', space);

  async function open(db: Store, space: string, rows: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>) {
    const unreadable: string[] = [];
    const found = rows.flatMap(({ contact_id: contactId, field, sealed, version, at }) => {
      const value = vault.tryOpen(sealed, baseAad(space, contactId, field));
      if (value === null) unreadable.push(sealed);
      return value === null ? [] : [{ contactId, field, agreed: { value, version, at } }];
    });
    // A value whose key is lost is as good as none, and would block a new one.
    if (unreadable.length > 0) {
      await db.deleteFrom('agreement').where('space', '=', space).where('sealed', 'in', unreadable).execute();
    }
    return found;
  }

  return {
    async read(db: Store, space: string, contactIds: readonly string[]): Promise<AgreedByContact> {
      if (contactIds.length === 0) return {};
      const rows = await rowsOf(db, space)
        .where('contact_id', 'in', [...contactIds])
        .execute();
      return group(await open(db, space, rows));
    },

    /**
     * Stores the values whose version is still the newest, in one statement; the database decides, for all processes. Returns
     * the newest agreement for each name, and the contacts of which something was stored. A value whose agreement is gone is
     * stored with whatever version it has: both sides hold it.
     */
    async agree(
      db: Store,
      space: string,
      agreements: readonly Agreement[],
    ): Promise<{ newest: AgreedByContact; changed: ReadonlySet<string> }> {
      const values = valuesOf(agreements);
      if (values.length === 0) return { newest: {}, changed: new Set() };
      const at = now();
      const stored = await db
        .insertInto('agreement')
        .values(
          values.map(({ contactId, field, value, version }) => ({
            space,
            contact_id: contactId,
            field,
            version: version + 1,
            at,
            sealed: vault.seal(value, baseAad(space, contactId, field)),
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['space', 'contact_id', 'field'])
            .doUpdateSet((row) => ({
              version: row.ref('excluded.version'),
              at: row.ref('excluded.at'),
              sealed: row.ref('excluded.sealed'),
            }))
            .whereRef('agreement.version', '=', sql<number>`excluded.version - 1`),
        )
        .returning(['contact_id', 'field'])
        .execute();
      const accepted = new Set(stored.map((row) => keyOf(row.contact_id, row.field)));
      const isAccepted = ({ contactId, field }: Value) => accepted.has(keyOf(contactId, field));
      const late = values.filter((value) => !isAccepted(value));
      const newer = late.length === 0 ? [] : await open(db, space, await rowsAmong(db, space, late));
      const fresh = values.filter(isAccepted).map(({ contactId, field, value, version }) => ({
        contactId,
        field,
        agreed: { value, version: version + 1, at },
      }));
      return { newest: group([...fresh, ...newer]), changed: new Set(stored.map((row) => row.contact_id)) };
    },
  };

  function rowsAmong(db: Store, space: string, values: readonly Value[]) {
    const names = sql.join(values.map(({ contactId, field }) => sql`(${contactId}, ${field})`));
    return rowsOf(db, space).where(sql<boolean>`(contact_id, field) in (values ${names})`).execute();
  }
}

export type Base = ReturnType<typeof createBase>;
