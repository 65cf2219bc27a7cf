import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from '../../sandbox/routes/all.ts';
import { type SdkMethod, sdkMethods } from './sdk-methods.ts';

const here = new URL('.', import.meta.url);
const sweeps = readdirSync(here)
  .filter((file) => /^sdk-(?!coverage).*\.test\.ts$/.test(file))
  .map((file) => ({ file, source: readFileSync(new URL(file, here), 'utf8') }));

/** OAuth is apart from the sandbox's other routes: it needs no token of a location. */
const oauth = ['POST /oauth/token', 'POST /oauth/locationToken', 'GET /oauth/installedLocations'];
const endpoints = new Set([...routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, '{}')}`), ...oauth]);
const endpointOf = ({ method, path }: SdkMethod) => `${method} ${path}`;

/** One row of the list: the method, its endpoint and the tests that call it. */
function rowOf(method: SdkMethod): string {
  const tests = sweeps.filter(({ source }) => source.includes(`.${method.name}(`)).map(({ file }) => `\`${file}\``);
  return `| \`${method.name}\` | \`${endpointOf(method)}\` | ${tests.join(', ')} |`;
}

const covered = (await sdkMethods()).filter((method) => endpoints.has(endpointOf(method)));

test('every method of the SDK that has an endpoint in the sandbox is driven', () => {
  const idle = covered.filter(({ name }) => !sweeps.some(({ source }) => source.includes(`.${name}(`)));
  expect(idle.map(({ name }) => name)).toEqual([]);
});

test('the list in the docs names the tests of each method', () => {
  const list = readFileSync(new URL('../../docs/sdk-coverage.md', here), 'utf8');
  const rows = list.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(covered.map(rowOf));
});
