import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../proxy/settings.ts';

const text = (file: string) => readFileSync(file, 'utf8');
const dockerfile = text('deploy/Dockerfile');
const { scripts, dependencies } = JSON.parse(text('package.json')) as Record<string, Record<string, string>>;
const server = ['start', 'proxy', 'highlevel', 'sync', 'demo', 'sandbox'];

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => text(join(folder, file)));

test('what the Dockerfile copies is there', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) => list.split(' '));
  expect(copied.length).toBeGreaterThan(10);
  expect(copied.filter((source) => !existsSync(source))).toEqual([]);
});

test('the Dockerfile copies every folder that the build reads', () => {
  for (const folder of [...server, 'widget', 'scripts', 'public'])
    expect(dockerfile).toContain(`COPY ${folder} ${folder}`);
});

test('the npm scripts of the Dockerfile exist', () => {
  const named = [...dockerfile.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !scripts?.[name])).toEqual([]);
});

test('image, service and npm start run the same program', () => {
  const command = scripts?.start ?? '';
  expect(command).toMatch(/^node .*dist\/server\/start\.js$/);
  expect(dockerfile).toContain(
    `CMD [${command
      .split(' ')
      .map((word) => `"${word}"`)
      .join(', ')}]`,
  );
  expect(text('deploy/grist-highlevel-panel.service')).toContain(`ExecStart=/usr/bin/${command}`);
});

test('the files of the deployment set only what is a setting', () => {
  const panel = /^ {2}panel:\n(?: {4}.*\n)+/m.exec(text('deploy/compose.yaml'))?.[0] ?? '';
  const set = [
    ...[...panel.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name),
    ...[...text('deploy/grist-highlevel-panel.service').matchAll(/^Environment=([A-Z_]+)=/gm)].map(
      ([, name = '']) => name,
    ),
  ];
  expect(set).toContain('GRIST_INTERNAL_URL');
  expect(set.filter((name) => name !== 'NODE_ENV' && !(name in settings))).toEqual([]);
});

test('a process with production dependencies alone finds what it imports', () => {
  // What is imported later, in the demo alone, may be a tool of development; the database is not.
  const eager = server
    .flatMap(sources)
    .flatMap((source) => [
      ...[...source.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^.'][^']*)';/gm)].map(([, name = '']) => name),
    ]);
  const later = sources('proxy').flatMap((source) =>
    [...source.matchAll(/import\('([^.'][^']*)'\)/g)].map(([, name = '']) => name),
  );
  const packages = [...eager, ...later]
    .filter((name) => !name.startsWith('node:'))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  expect(packages).toContain('libsql');
  expect([...new Set(packages)].filter((name) => !dependencies?.[name])).toEqual([]);
});

test('the bounds of the heap are set before anything else is loaded', () => {
  const imports = (file: string) => [...text(file).matchAll(/^import .* from '(.+)';$/gm)].map(([, from]) => from);
  expect(imports('start/main.ts')).toEqual(['./heap.ts']);
  expect(imports('start/heap.ts')).toEqual(['node:v8']);
});
