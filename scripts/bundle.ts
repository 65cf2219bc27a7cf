import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const parts = ['page', 'first load', 'contact', 'on demand', 'plugin API'] as const;
export type Part = (typeof parts)[number];

export interface BundleFile {
  /** Path in the build's folder, e.g. `assets/index-abc.js`. */
  name: string;
  part: Part;
  bytes: number;
  /** Bytes after `gzip -9`. */
  gzip: number;
}

/** The chunks that reading any contact needs in addition: the API client and the entries. They are fetched in parallel with the first paint. */
const forContacts = ['highlevel', 'Entries'];

/** The scripts of these chunks and their static imports. */
function withImports(folder: string, names: readonly string[], chunks: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name) || !names.includes(name)) return;
    found.add(name);
    const code = readFileSync(join(folder, name), 'utf8');
    for (const [, file] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(`assets/${file}`);
  };
  for (const name of names) if (chunks.some((chunk) => name.startsWith(`assets/${chunk}-`))) visit(name);
  return found;
}

/** Lists the HTML, CSS and JavaScript of a built widget by the time at which a browser fetches them. */
export function readBundle(folder: string): BundleFile[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(html|css|js)$/.test(name));
  const contact = withImports(folder, names, forContacts);
  const partOf = (name: string): Part => {
    if (name === 'index.html') return 'page';
    if (name.includes('grist-plugin-api')) return 'plugin API';
    if (page.includes(name)) return 'first load';
    return contact.has(name) ? 'contact' : 'on demand';
  };
  return names
    .map((name) => {
      const content = readFileSync(join(folder, name));
      return { name, part: partOf(name), bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
    })
    .sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || b.gzip - a.gzip);
}

export const gzipOf = (files: readonly BundleFile[], ...wanted: Part[]): number =>
  files.filter(({ part }) => wanted.includes(part)).reduce((sum, { gzip }) => sum + gzip, 0);
