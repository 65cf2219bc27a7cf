import type { Person } from '../../panel-api/activity.ts';
import type { Store } from '../database/open.ts';
import type { Vault } from '../secrets/vault.ts';

/** Associated data of a sealed person. */
export const personAad = (space: string, userId: number) => `person ${space} ${userId}`;

/** Stores which HighLevel user a Grist user says they are. Only they themselves can set it. */
export function createPeople(store: Store, vault: Vault) {
  const read = (space: string, userId: number, sealed: string): Person | null =>
    JSON.parse(vault.tryOpen(sealed, personAad(space, userId)) ?? 'null') as Person | null;

  return {
    async find(space: string, userId: number): Promise<Person | null> {
      const row = await store
        .selectFrom('person')
        .select('sealed')
        .where('space', '=', space)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row ? read(space, userId, row.sealed) : null;
    },

    async all(space: string): Promise<ReadonlyMap<number, Person>> {
      const rows = await store.selectFrom('person').selectAll().where('space', '=', space).execute();
      const known = rows.map(({ user_id, sealed }) => [user_id, read(space, user_id, sealed)] as const);
      return new Map(known.filter((entry): entry is readonly [number, Person] => entry[1] !== null));
    },

    /** `null` deletes the entry. */
    async introduce(space: string, userId: number, person: Person | null): Promise<void> {
      if (!person) {
        await store.deleteFrom('person').where('space', '=', space).where('user_id', '=', userId).execute();
        return;
      }
      const sealed = vault.seal(JSON.stringify(person), personAad(space, userId));
      await store
        .insertInto('person')
        .values({ space, user_id: userId, sealed })
        .onConflict((conflict) => conflict.columns(['space', 'user_id']).doUpdateSet({ sealed }))
        .execute();
    },
  };
}

export type People = ReturnType<typeof createPeople>;
