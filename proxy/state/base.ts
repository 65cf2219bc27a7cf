import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Agreed, Agreement } from '../../engine/state.ts';
import type { Store } from '../database/open.ts';
import type { AgreementTable } from '../database/schema.ts';
import type { Vault } from '../secrets/vault.ts';
import { createRoom } from './base-room.ts';
import { among, keyOf, type SealedValue, type Value, valuesOf } from './base-values.ts';
import { day, type StateCaps, unusedDays } from './limits.ts';
import { negative, sizeOf, sizes } from './sizes.ts';
import { mapInSlices, slicesOf } from './slices.ts';

/** Associated data of a sealed value. */
export const baseAad = (space: string, contactId: string, field: string) => `agreement ${space} ${contactId} ${field}`;

/** By contact and field. */
export type AgreedByContact = Record<string, Record<string, Agreed>>;

/** Without inherited names: a caller may call a contact `__proto__`, and what is put there would be in every object. */
const emptyRecord = <Value>(): Record<string, Value> => Object.create(null);

function put(found: AgreedByContact, contactId: string, field: string, agreed: Agreed): void {
  const fields = found[contactId] ?? emptyRecord<Agreed>();
  fields[field] = agreed;
  found[contactId] = fields;
}

/** What became of values that were to be stored. */
interface Stored {
  accepted: readonly Value[];
  /** Values that are not the newest, or have no room. */
  others: readonly Value[];
  /** Were there values without room? */
  isFull: boolean;
  at: number;
}

/** Contacts in one statement: its rows are read without a pause. */
const contactsAtOnce = 25;
/** Days after which reading a contact's base is noted as a use of it. */
const notedDays = 30;

/** Stores what both sides last agreed on, by contact and field; values are sealed. `db` is the store or a transaction. */
export function createBase(vault: Vault, caps: StateCaps, now: () => number = Date.now) {
  const roomFor = createRoom(caps);
  const rowsOf = (db: Store, space: string) => db.selectFrom('agreement').selectAll().where('space', '=', space);

  /** Adds what the rows hold to `found`. */
  async function open(db: Store, space: string, rows: readonly AgreementTable[], found: AgreedByContact) {
    const unreadable: string[] = [];
    await mapInSlices(rows, ({ contact_id: contactId, field, sealed, version, at }) => {
      const value = vault.tryOpen(sealed, baseAad(space, contactId, field));
      if (value === null) unreadable.push(sealed);
      else {
        put(found, contactId, field, { value, version, at });
      }
    });
    // A value whose key is lost is as good as none, and would block a new one.
    if (unreadable.length === 0) return;
    const deleted = await db
      .deleteFrom('agreement')
      .where('space', '=', space)
      .where('sealed', 'in', unreadable)
      .returning('sealed')
      .execute();
    await sizes.add(db, space, 'base', negative(sizeOf(deleted)));
  }

  const noteUse = (db: Store, space: string, contactIds: readonly string[]) =>
    db
      .updateTable('agreement')
      .set({ used_at: now() })
      .where('space', '=', space)
      .where('contact_id', 'in', [...contactIds])
      .execute();

  return {
    async read(db: Store, space: string, contactIds: readonly string[]): Promise<AgreedByContact> {
      const found = emptyRecord<Record<string, Agreed>>();
      for (const some of slicesOf(contactIds, contactsAtOnce)) {
        const rows = await rowsOf(db, space).where('contact_id', 'in', some).execute();
        await open(db, space, rows, found);
        const unnoted = rows.filter((row) => row.used_at < now() - notedDays * day).map((row) => row.contact_id);
        // Reading goes on where nothing can be written.
        if (unnoted.length > 0) await noteUse(db, space, [...new Set(unnoted)]).catch(() => {});
      }
      return found;
    },

    /** Seals values, before the transaction that stores them: it takes longer than that. */
    prepare: (space: string, agreements: readonly Agreement[]): Promise<SealedValue[]> =>
      mapInSlices(valuesOf(agreements), (value) => ({
        ...value,
        sealed: vault.seal(value.value, baseAad(space, value.contactId, value.field)),
      })),

    /**
     * Stores the values whose version is still the newest, in one statement; the database decides, for all processes. A value
     * whose agreement is gone is stored with whatever version it has: both sides hold it. `db` is a transaction.
     */
    async store(db: Store, space: string, values: readonly SealedValue[]): Promise<Stored> {
      const at = now();
      if (values.length === 0) return { accepted: [], others: [], isFull: false, at };
      const { fitting, growthOf } = await roomFor(db, space, values);
      const stored = new Set(fitting.length === 0 ? [] : await write(db, space, fitting, at));
      const accepted = fitting.filter((value) => stored.has(keyOf(value)));
      if (accepted.length > 0) await sizes.add(db, space, 'base', growthOf(accepted));
      const others = values.filter((value) => !stored.has(keyOf(value)));
      return { accepted, others, isFull: fitting.length < values.length, at };
    },

    /** The newest agreement for each name of values that were to be stored; it is read where that is another's. */
    async newestAfter(db: Store, space: string, { accepted, others, at }: Stored): Promise<AgreedByContact> {
      const found = emptyRecord<Record<string, Agreed>>();
      for (const { contactId, field, value, version } of accepted) {
        put(found, contactId, field, { value, version: version + 1, at });
      }
      const newer = others.length === 0 ? [] : await rowsOf(db, space).where(among(others)).execute();
      await open(db, space, newer, found);
      return found;
    },

    /** Deletes the base of contacts that has been unused for long. */
    async tidy(db: Store): Promise<void> {
      const before = now() - unusedDays * day;
      let last: Pick<AgreementTable, 'space' | 'contact_id'> | undefined = { space: '', contact_id: '' };
      while (last) {
        const contacts: Pick<AgreementTable, 'space' | 'contact_id' | 'used_at'>[] = await db
          .selectFrom('agreement')
          .select((row) => ['space', 'contact_id', row.fn.max('used_at').as('used_at')])
          .where(sql<boolean>`(space, contact_id) > (${last.space}, ${last.contact_id})`)
          .groupBy(['space', 'contact_id'])
          .orderBy('space')
          .orderBy('contact_id')
          .limit(500)
          .execute();
        for (const { space, contact_id } of contacts.filter(({ used_at }) => used_at < before)) {
          const deleted = await db
            .deleteFrom('agreement')
            .where('space', '=', space)
            .where('contact_id', '=', contact_id)
            .where('used_at', '<', before)
            .returning('sealed')
            .execute();
          await sizes.add(db, space, 'base', negative(sizeOf(deleted)));
          await pause();
        }
        await pause();
        last = contacts.at(-1);
      }
    },
  };
}

/** Returns the keys of the values that were written. */
async function write(db: Store, space: string, values: readonly SealedValue[], at: number): Promise<string[]> {
  const rows = values.map(
    ({ contactId, field, version, sealed }) => sql`(${contactId}, ${field}, ${version}, ${sealed})`,
  );
  // `column1` and so on are what both databases call the columns of `values`, whose parameters are text to Postgres.
  const { rows: written } = await sql<Pick<AgreementTable, 'contact_id' | 'field'>>`
    insert into agreement (space, contact_id, field, version, at, used_at, sealed)
    select ${space}, column1, column2, cast(column3 as integer) + 1, cast(${at} as bigint), cast(${at} as bigint), column4
    from (values ${sql.join(rows)}) as given where true
    on conflict (space, contact_id, field) do update
    set version = excluded.version, at = excluded.at, used_at = excluded.used_at, sealed = excluded.sealed
    where agreement.version = excluded.version - 1
    returning contact_id, field`.execute(db);
  return written.map((row) => keyOf({ contactId: row.contact_id, field: row.field }));
}

export type Base = ReturnType<typeof createBase>;
