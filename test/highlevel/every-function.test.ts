import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from '../../sandbox/routes/all.ts';

const read = (folder: URL) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));

const sources = read(new URL('../../highlevel/', import.meta.url));
const overSandbox = read(new URL('.', import.meta.url)).filter((source) => source.includes('overSandbox('));

test('every function that calls HighLevel has a test over the sandbox', () => {
  const taking = sources.flatMap((source) =>
    [...source.matchAll(/export (?:async )?function (\w+)\(\s*api: Api/g)].map(([, name = '']) => name),
  );
  // Verbs are those of our proxy, which has tests of its own.
  const functions = taking.filter((name) => !name.endsWith('Verbs'));
  expect(functions.length).toBeGreaterThan(40);
  expect(functions.filter((name) => !overSandbox.some((source) => source.includes(`${name}(`)))).toEqual([]);
});

test('every path that the client requests is one of the sandbox', () => {
  const known = new Set(routes.map(({ path }) => path.replace(/:\w+/g, '{}')));
  const requested = sources.flatMap((source) =>
    [...source.matchAll(/path`([^`]+)`/g)].map(
      ([, path = '']) => `/${path.replace(/\$\{\w+\}/g, '{}').replace(/\/$/, '')}`,
    ),
  );
  // Paths under /api/ are our proxy's own: sessions and connections.
  expect([...new Set(requested)].filter((path) => !known.has(path) && !path.startsWith('/api/'))).toEqual([]);
});
