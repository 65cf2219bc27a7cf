import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const parts = ['page', 'first load', 'contact', 'on demand', 'plugin API'] as const;
export type Part = (typeof parts)[number];

export interface BundleFile {
  /** As in the build's folder, e.g. `assets/index-abc.js`. */
  name: string;
  part: Part;
  bytes: number;
  /** Bytes as a server sends them at `gzip -9`. */
  gzip: number;
}

/** What reading any contact needs besides: the client. Fetched beside the first paint. */
const forContacts = ['highlevel'];

/** The scripts of such names and all that they import at once. */
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

/** Lists the HTML, CSS and JavaScript of a built widget, by when a browser fetches it. */
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
