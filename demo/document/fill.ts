import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';

/** A cell in Grist's storage format: dates and times in seconds, booleans as 0 and 1, references as row ids, lists as JSON text. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Content {
  /** By table; the first row gets row id 1. All rows of a table have the same columns. */
  rows: Readonly<Record<string, readonly Row[]>>;
  /** The choices of the tag column. */
  tags: readonly string[];
  /** Address of the widget. */
  widgetUrl: string;
}

/** Writes rows and the widget's address directly into the SQLite file of a Grist document. */
export async function fillDocument(document: Uint8Array, content: Content): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-document-'));
  const file = join(folder, 'document.grist');
  try {
    await writeFile(file, document);
    const database = new Database(file);
    try {
      database.exec('PRAGMA journal_mode = DELETE; BEGIN');
      for (const [table, rows] of Object.entries(content.rows)) insertRows(database, table, rows);
      setTags(database, content.tags);
      setWidgetUrl(database, content.widgetUrl);
      database.exec('COMMIT');
    } finally {
      database.close();
    }
    return new Uint8Array(await readFile(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function insertRows(database: Database.Database, table: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const names = ['id', 'manualSort', ...columns].map((name) => `"${name}"`);
  const insert = database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${names.map(() => '?')})`);
  rows.forEach((row, index) => {
    insert.run(index + 1, index + 1, ...columns.map((column) => row[column] ?? null));
  });
}

const tagColours = [
  ['#E1E9FB', '#1D3A85'],
  ['#D5F2DD', '#125C2C'],
  ['#FDF0CC', '#6B4A00'],
  ['#F3E3F8', '#5F2272'],
  ['#D8F0F2', '#0B5560'],
  ['#FBE3E1', '#8A1F17'],
] as const;

function setTags(database: Database.Database, tags: readonly string[]): void {
  const colours = tags.map((tag, index) => {
    const [fillColor, textColor] = tagColours[index % tagColours.length] ?? [];
    return [tag, { fillColor, textColor }];
  });
  const options = JSON.stringify({ choices: tags, choiceOptions: Object.fromEntries(colours) });
  database.prepare(`UPDATE _grist_Tables_column SET widgetOptions = ? WHERE colId = 'Tags'`).run(options);
}

/** Grist stores a widget's settings as JSON inside JSON. */
function setWidgetUrl(database: Database.Database, url: string): void {
  const section = database.prepare(`SELECT id, options FROM _grist_Views_section WHERE parentKey = 'custom'`).get() as {
    id: number;
    options: string;
  };
  const options = JSON.parse(section.options) as { customView: string };
  const customView = JSON.stringify({ ...JSON.parse(options.customView), url });
  database
    .prepare('UPDATE _grist_Views_section SET options = ? WHERE id = ?')
    .run(JSON.stringify({ ...options, customView }), section.id);
}
