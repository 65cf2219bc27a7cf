import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault } from '../../proxy/secrets/vault.ts';
import { resealState } from '../../proxy/state/reseal.ts';
import { createState, createStateTables } from '../../proxy/state/state.ts';
import { databaseKinds, newStore } from '../helpers/databases.ts';
import { contactId, intent } from './arrange-state.ts';

const old = 'an-old-secret-of-at-least-32-characters';
const fresh = 'a-newer-secret-of-at-least-32-characters';
const space = 'document location';

test.each(databaseKinds)('after a rotation the new key alone opens base, log and people, on %s', async (kind) => {
  const store = await newStore(kind);
  const stateWith = (secrets: string) => {
    const keys = parseKeys(secrets);
    const vault = createVault(keys);
    const tables = createStateTables(store, vault);
    const reseal = () =>
      resealState(
        store,
        vault,
        keys.slice(1).map(({ id }) => id),
      );
    return { tables, reseal, state: createState(tables, { space, userId: 1 }) };
  };
  const fields = Object.fromEntries(
    Array.from({ length: 700 }, (_, index) => [`f${index}`, { value: `${index}`, version: 0 }]),
  );
  const before = stateWith(old);
  await before.state.agree([{ contactId, fields }]);
  const line = intent();
  await before.state.begin([line]);
  await before.state.finish([{ id: line.id, result: 'unknown', reason: 'cut' }]);
  await before.tables.people.introduce(space, 1, { highlevelUserId: 'u1', name: 'Ben Osei' });
  const altered = store.updateTable('agreement').where('field', '=', 'f5');
  await altered.set({ sealed: sql`substr(sealed, 1, length(sealed) - 4) || 'AAAA'` }).execute();

  await stateWith(`${fresh},${old}`).reseal();

  const { state, tables } = stateWith(fresh);
  const base = (await state.readBase([contactId]))[contactId] ?? {};
  expect(Object.keys(base)).toHaveLength(699);
  expect(base.f699).toMatchObject({ value: '699', version: 1 });
  const query = { contactId: undefined, before: undefined, limit: 10, problems: false, search: '' };
  expect((await tables.listActivity(space, query)).entries).toMatchObject([
    { from: 'Bath', to: 'Kisumu', reason: 'cut', person: { name: 'Ben Osei' } },
  ]);
});
