import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import type Libsql from 'libsql';
import { migrations } from './migrations.ts';
import type { Database } from './schema.ts';

export type Store = Kysely<Database>;

/** The path of an embedded database, or `null` for Postgres. Anything else throws with examples. */
export function databaseFile(url: string): string | null {
  if (/^postgres(ql)?:\/\//.test(url)) return null;
  if (url.startsWith('file:')) return url.slice('file:'.length);
  throw new Error('DATABASE_URL is file:./data/proxy.db, or postgres://user:password@host/database');
}

/** Prepared statements that are kept, and how long their text may be: that of many rows differs with their number. */
const mostStatements = 200;
const longestStatement = 2_000;

/** The part of libsql's database that is used here. */
type Embedded = Pick<Libsql.Database, 'prepare' | 'pragma' | 'close'>;

async function openEmbedded(file: string): Promise<Embedded> {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Created before the database does it, readable for its owner alone; its journal gets the same rights.
    closeSync(openSync(file, 'a', 0o600));
  }
  const { default: Libsql } = await import('libsql');
  return new Libsql(file);
}

function embeddedDialect(database: Embedded): SqliteDialect {
  // The journal survives a killed process; FULL makes a finished write survive a lost machine too.
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000']) database.pragma(pragma);
  // The statements are few, and preparing one takes longer than running it.
  const prepared = new Map<string, ReturnType<Embedded['prepare']>>();
  const prepare = (text: string) => {
    // A transaction that reads first could not write any more once another process has written.
    const sql = text === 'begin' ? 'begin immediate' : text;
    const statement = prepared.get(sql) ?? database.prepare(sql);
    if (prepared.size < mostStatements && sql.length <= longestStatement) prepared.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({ database: { prepare, close: () => void database.close() } });
}

async function postgres(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks is replaced at the next use; without a listener its error would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

/** Brings the tables up to date. Several processes may do so at once. */
async function openStore(dialect: Dialect): Promise<Store> {
  const store = new Kysely<Database>({ dialect });
  const { error } = await new Migrator({
    db: store,
    provider: migrations,
    allowUnorderedMigrations: true,
  }).migrateToLatest();
  if (error) {
    await store.destroy();
    throw new Error('The database could not be brought up to date', { cause: error });
  }
  return store;
}

/** Gives an open embedded database its tables; it is closed with the store. */
export const openEmbeddedStore = (database: Embedded): Promise<Store> => openStore(embeddedDialect(database));

/** Opens the database of `DATABASE_URL` with its tables. */
export async function openDatabase(url: string): Promise<Store> {
  const file = databaseFile(url);
  return file === null ? openStore(await postgres(url)) : openEmbeddedStore(await openEmbedded(file));
}
