import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished, test } from 'vitest';
import { openDatabase, type Store } from '../../proxy/database/open.ts';
import { postgresFolder } from './postgres.ts';

export type DatabaseKind = 'the embedded database' | 'Postgres';

/** Tests of what is kept run on both; on Postgres where Debian's package has put one. */
export const databaseKinds: readonly DatabaseKind[] = [
  'the embedded database',
  ...(postgresFolder ? (['Postgres'] as const) : []),
];

if (!postgresFolder)
  test.skip('runs on Postgres too (no Postgres is installed here: apt-get install postgresql)', () => {});

const opened: { url: string; store: Store }[] = [];

/** The `DATABASE_URL` of a new empty database, for the length of a test. */
export async function newDatabase(kind: DatabaseKind): Promise<string> {
  if (kind === 'Postgres') return (await fetch(inject('postgres'))).text();
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'proxy.db')}`;
}

/**
 * Opens a database, and closes it after the test. An embedded one is opened once: a second connection of the same process
 * would wait for the first one's transaction without letting it go on.
 */
export async function openStore(url: string): Promise<Store> {
  const known = url.startsWith('file:') ? opened.find((one) => one.url === url) : undefined;
  if (known) return known.store;
  const store = await openDatabase(url);
  const one = { url, store };
  opened.push(one);
  onTestFinished(async () => {
    opened.splice(opened.indexOf(one), 1);
    await store.destroy();
  });
  return store;
}

/** A new empty database, open until the test ends. */
export const newStore = async (kind: DatabaseKind): Promise<Store> => openStore(await newDatabase(kind));
