import type { Store } from '../database/open.ts';
import { SealBroken, type Vault } from '../secrets/vault.ts';
import { placeOf } from './rows.ts';

/**
 * Encrypts with the current key what an older key of the ring encrypted, so that the old key can be removed. Returns how many sign-ins no key
 * of the ring opens: those documents have to be connected again, or their key put back.
 */
export async function resealCredentials(store: Store, vault: Vault): Promise<number> {
  let lost = 0;
  const rows = await store.selectFrom('credential').select(['holder', 'sealed']).execute();
  for (const { holder, sealed } of rows.filter((row) => vault.isStale(row.sealed))) {
    try {
      const fresh = vault.seal(vault.open(sealed, placeOf(holder)), placeOf(holder));
      // Only what is still there: another process may have stored a newer pair meanwhile.
      await store
        .updateTable('credential')
        .set({ sealed: fresh })
        .where('holder', '=', holder)
        .where('sealed', '=', sealed)
        .execute();
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      lost += 1;
    }
  }
  return lost;
}
