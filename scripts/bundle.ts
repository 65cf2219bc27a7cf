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

/** What reading any contact needs besides: the client, and the reader of times. Fetched beside the first paint. */
const forContacts = ['session', 'highlevel', 'times'];

const partOf = (name: string, page: string): Part => {
  if (name === 'index.html') return 'page';
  if (name.includes('grist-plugin-api')) return 'plugin API';
  if (page.includes(name)) return 'first load';
  return forContacts.some((chunk) => name.startsWith(`assets/${chunk}-`)) ? 'contact' : 'on demand';
};

/** Lists the HTML, CSS and JavaScript of a built widget, by when a browser fetches it. */
export function readBundle(folder: string): BundleFile[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(html|css|js)$/.test(name))
    .map((name) => {
      const content = readFileSync(join(folder, name));
      return { name, part: partOf(name, page), bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
    })
    .sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || b.gzip - a.gzip);
}

export const gzipOf = (files: readonly BundleFile[], ...wanted: Part[]): number =>
  files.filter(({ part }) => wanted.includes(part)).reduce((sum, { gzip }) => sum + gzip, 0);
