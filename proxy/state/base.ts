import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';

/** What both sides of a field last agreed on. */
export interface Agreed {
  value: string;
  /** The first is 1. */
  version: number;
  /** Epoch milliseconds. */
  at: number;
}

export type AgreedFields = Record<string, Agreed>;

/** Where the vault finds an agreement. */
const placeOf = (space: string, contactId: string, field: string) => `agreement ${space} ${contactId} ${field}`;

/** Keeps what both sides last agreed on, by contact and field; values are sealed. */
export function createAgreements(store: Store, vault: Vault, now: () => number = Date.now) {
  async function readMany(space: string, contactIds: readonly string[]): Promise<Record<string, AgreedFields>> {
    if (contactIds.length === 0) return {};
    const rows = await store
      .selectFrom('agreement')
      .select(['contact_id', 'field', 'sealed', 'version', 'at'])
      .where('space', '=', space)
      .where('contact_id', 'in', [...contactIds])
      .execute();
    const found: Record<string, AgreedFields> = {};
    for (const { contact_id, field, sealed, version, at } of rows) {
      const value = vault.tryOpen(sealed, placeOf(space, contact_id, field));
      // Sealed with a key that is gone, it tells nothing: as if they had never agreed.
      if (value === null) await forget(space, contact_id, field);
      else found[contact_id] = { ...found[contact_id], [field]: { value, version, at } };
    }
    return found;
  }

  const forget = (space: string, contactId: string, field: string) =>
    store
      .deleteFrom('agreement')
      .where('space', '=', space)
      .where('contact_id', '=', contactId)
      .where('field', '=', field)
      .execute();

  const read = async (space: string, contactId: string): Promise<AgreedFields> =>
    (await readMany(space, [contactId]))[contactId] ?? {};

  /** True when the value was noted: nobody had noted another since that version. The database decides, for all processes. */
  async function note(
    space: string,
    contactId: string,
    field: string,
    value: string,
    version: number,
  ): Promise<boolean> {
    const fresh = { version: version + 1, at: now(), sealed: vault.seal(value, placeOf(space, contactId, field)) };
    if (version === 0) {
      const { numInsertedOrUpdatedRows } = await store
        .insertInto('agreement')
        .values({ space, contact_id: contactId, field, ...fresh })
        .onConflict((conflict) => conflict.columns(['space', 'contact_id', 'field']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }
    const { numUpdatedRows } = await store
      .updateTable('agreement')
      .set(fresh)
      .where('space', '=', space)
      .where('contact_id', '=', contactId)
      .where('field', '=', field)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  return {
    read,
    readMany,
    /** Notes each value whose version is the newest, and answers what is there for each of the fields by then. */
    async agree(
      space: string,
      contactId: string,
      fields: Readonly<Record<string, { value: string; version: number }>>,
    ): Promise<Record<string, Agreed & { accepted: boolean }>> {
      const accepted = new Map<string, boolean>();
      for (const [field, { value, version }] of Object.entries(fields)) {
        accepted.set(field, await note(space, contactId, field, value, version));
      }
      const there = await read(space, contactId);
      return Object.fromEntries(
        Object.keys(fields).flatMap((field) => {
          const agreed = there[field];
          return agreed ? [[field, { ...agreed, accepted: accepted.get(field) === true }]] : [];
        }),
      );
    },
  };
}

export type Agreements = ReturnType<typeof createAgreements>;
