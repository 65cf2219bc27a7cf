import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';

type Rows = Record<string, unknown>[];

/** Reads the named tables out of a Grist document, in the order of their rows. */
export async function readDocument<Name extends string>(
  document: Uint8Array,
  ...tables: Name[]
): Promise<Record<Name, Rows>> {
  const folder = await mkdtemp(join(tmpdir(), 'read-document-'));
  try {
    await writeFile(join(folder, 'document.grist'), document);
    const database = new Database(join(folder, 'document.grist'));
    const read = (table: string) => database.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Rows;
    const found = Object.fromEntries(tables.map((table) => [table, read(table)])) as Record<Name, Rows>;
    database.close();
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}
