import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const folders = [
  'sync',
  'grist',
  'highlevel',
  'panel-api',
  'engine',
  'widget',
  'proxy',
  'sandbox',
  'demo',
  'start',
  'scripts',
  'bench',
  'test',
];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders])
  .toString()
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    ),
  ].map(([, type, from, dynamic, effect]) => {
    const name = from ?? dynamic ?? effect ?? '';
    return { from: file, to: name.startsWith('.') ? join(dirname(file), name) : name, typeOnly: Boolean(type) };
  });
const imports = files.flatMap(importsOf);
const ours = (entry: Import) => folders.includes(entry.to.split('/')[0] ?? '');

/** A part, and the parts of ours that its files may import; `type:` marks imports of types alone. */
const rules: Record<string, string[]> = {
  'sync/': ['sync/'],
  'grist/': ['grist/', 'sync/'],
  'highlevel/': ['highlevel/'],
  'panel-api/': ['panel-api/', 'highlevel/', 'type:engine/'],
  'engine/': ['engine/', 'sync/', 'highlevel/', 'grist/'],
  'widget/section/': ['widget/section/', 'grist/', 'sync/'],
  'widget/i18n/': ['widget/i18n/', 'sync/'],
  'widget/store/': [
    'widget/store/',
    'engine/',
    'sync/',
    'highlevel/',
    'panel-api/',
    'type:grist/',
    'type:widget/section/',
  ],
  'widget/components/': [
    'widget/components/',
    'widget/i18n/',
    'sync/',
    'type:engine/',
    'type:grist/',
    'type:highlevel/',
    'type:panel-api/',
    'type:widget/store/',
    'type:widget/section/',
  ],
  'widget/App.tsx': ['widget/components/', 'widget/i18n/', 'widget/styles/', 'type:widget/store/'],
  'widget/main.tsx': ['widget/', 'type:engine/', 'highlevel/', 'panel-api/', 'sync/'],
  'proxy/': ['proxy/', 'engine/', 'grist/rest', 'type:grist/', 'highlevel/', 'type:panel-api/', 'sync/'],
  'sandbox/': ['sandbox/', 'type:highlevel/wire'],
  'demo/': ['demo/', 'sync/', 'proxy/', 'sandbox/', 'type:widget/section/'],
  'start/': ['start/', 'demo/', 'proxy/'],
  'scripts/': [
    'scripts/',
    'highlevel/',
    'panel-api/',
    'sandbox/',
    'demo/',
    'start/',
    'test/helpers/',
    'test/gallery/',
    'proxy/package-root',
  ],
};

const allowed = (entry: Import, targets: string[]) =>
  targets.some((target) =>
    target.startsWith('type:') ? entry.typeOnly && entry.to.startsWith(target.slice(5)) : entry.to.startsWith(target),
  );

test.each(Object.entries(rules))('%s imports only what it may', (part, targets) => {
  const wrong = imports.filter((entry) => entry.from.startsWith(part) && ours(entry) && !allowed(entry, targets));
  expect(wrong).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)).toEqual([]);
});

test('one file names the global grist', () => {
  const naming = files.filter(
    (file) =>
      file.startsWith('widget/') &&
      /\b(window|globalThis)\.grist\b|declare const grist\b/.test(readFileSync(file, 'utf8')),
  );
  expect(naming).toEqual(['widget/section/api.ts']);
});

test.each([
  ['grist/plugin.ts', /^(widget\/section|test)\//],
  ['grist/rest.ts', /^(proxy|test)\//],
])('%s, an adapter to a document, is imported only where its document is', (adapter, importers) => {
  const wrong = imports.filter(({ from, to }) => to === adapter && !importers.test(from));
  expect(wrong).toEqual([]);
});

test('one file imports ky', () => {
  expect([...new Set(imports.filter((entry) => entry.to === 'ky').map((entry) => entry.from))]).toEqual([
    'highlevel/client.ts',
  ]);
});

test('the rules know every part', () => {
  const known = [...Object.keys(rules), 'test/', 'bench/'];
  expect(files.filter((file) => !known.some((part) => file.startsWith(part)))).toEqual([]);
});

/** The files that each file imports, types included. */
const graph = new Map(files.map((file) => [file, [] as string[]]));
for (const { from, to } of imports) if (graph.has(to)) graph.get(from)?.push(to);

/** The shortest way from a file back to itself; `null` when there is none. */
function cycleOf(file: string): readonly string[] | null {
  const paths = [[file]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      if (next === file) return [...path, file];
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return null;
}

test.each(folders)('no file of %s/ imports itself by way of others', (folder) => {
  const cycles = files
    .filter((file) => file.startsWith(`${folder}/`))
    .map(cycleOf)
    .filter((cycle) => cycle !== null);
  expect(cycles.map((cycle) => cycle.join(' -> '))).toEqual([]);
});

test('the engine knows no DOM, no signals and nothing of Node', () => {
  const engine = files.filter((file) => file.startsWith('engine/'));
  const outside = imports.filter(({ from, to }) => from.startsWith('engine/') && /^(node:|preact|@preact\/)/.test(to));
  const dom = engine.filter((file) =>
    /\b(document|window|navigator|sessionStorage|localStorage|indexedDB)\.|\bprocess\./.test(
      readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
    ),
  );
  expect([...outside, ...dom]).toEqual([]);
});
