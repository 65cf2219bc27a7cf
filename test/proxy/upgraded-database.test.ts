import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrations } from '../../proxy/database/migrations.ts';
import type { Database } from '../../proxy/database/schema.ts';
import { databaseKinds, newDatabase, openStore } from '../helpers/databases.ts';

const row = { space: 'document location', contact_id: 'contact1', version: 1, at: 1_000 };
const entry = {
  space: row.space,
  at: 1_000,
  user_id: 1,
  contact_id: 'contact1',
  act: 'field',
  what: 'city',
  via: 'panel',
} as const;

/** A database as an earlier version left it. */
async function before(url: string, version: string): Promise<Kysely<Omit<Database, 'state_size' | 'lease'>>> {
  const dialect = url.startsWith('file:')
    ? new SqliteDialect({ database: new Libsql(url.slice('file:'.length)) as never })
    : new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) });
  const store = new Kysely<Database>({ dialect });
  await new Migrator({ db: store, provider: migrations }).migrateTo(version);
  return store as never;
}

test.each(databaseKinds)(
  'what an earlier version stored is counted, and in use since it was written, on %s',
  async (kind) => {
    const url = await newDatabase(kind);
    const old = await before(url, '0003-sync');
    const agreements = ['city', 'phone'].map((field) => ({ ...row, field, sealed: field.repeat(10) }));
    await old
      .insertInto('agreement')
      .values(agreements as never)
      .execute();
    await old
      .insertInto('activity')
      .values({ ...entry, id: 'entry1', sealed: 'x'.repeat(7) })
      .execute();
    const outcome = { space: row.space, entry_id: 'entry1', position: 1, at: 1_000, result: 'saved' as const };
    await old
      .insertInto('activity_outcome')
      .values({ ...outcome, sealed: 'x'.repeat(5) })
      .execute();
    await old.destroy();

    const store = await openStore(url);
    expect(await store.selectFrom('state_size').selectAll().orderBy('part').execute()).toEqual([
      { space: row.space, part: 'base', entries: 2, bytes: 90 },
      { space: row.space, part: 'log', entries: 1, bytes: 12 },
    ]);
    expect(await store.selectFrom('agreement').select('used_at').execute()).toEqual([
      { used_at: 1_000 },
      { used_at: 1_000 },
    ]);
  },
);
