import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../proxy/settings.ts';

const text = (file: string) => readFileSync(file, 'utf8');
const dockerfile = text('deploy/Dockerfile');
const compose = text('deploy/compose.yaml');
const { name, scripts, dependencies } = JSON.parse(text('package.json')) as {
  name: string;
} & Record<string, Record<string, string>>;
const server = ['start', 'proxy', 'highlevel', 'sync', 'demo', 'sandbox'];

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => text(join(folder, file)));

test('image, service and npm start run the same program', () => {
  const command = scripts?.start ?? '';
  expect(command).toMatch(/^node .*dist\/server\/start\.js$/);
  const installed = command.replace('dist/', `node_modules/${name}/dist/`);
  expect(dockerfile).toContain(
    `CMD [${installed
      .split(' ')
      .map((word) => `"${word}"`)
      .join(', ')}]`,
  );
  expect(text('deploy/grist-highlevel-panel.service')).toContain(`ExecStart=/usr/bin/${installed}`);
  const [, flags] = /^node (.*) dist/.exec(command) ?? [];
  expect(text('start/main.ts').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${flags}`);
});

/** The block of a service in the compose file. */
const service = (wanted: string) => new RegExp(`^ {2}${wanted}:\\n(?: {4}.*\\n)+`, 'm').exec(compose)?.[0] ?? '';

test('every image has a version', () => {
  const images = [...compose.matchAll(/image: (\S+)/g)].map(([, image = '']) => image);
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toMatch(/:\d+\.\d+\.\d+$/);
  expect(dockerfile).toMatch(/^ARG NODE=\d+\.\d+\.\d+-slim$/m);
  expect(dockerfile.match(/^FROM node:\$\{NODE\}/gm)).toHaveLength(3);
  expect(dockerfile.match(/^FROM /gm)).toHaveLength(3);
});

test('no service is handed the secrets of another', () => {
  // The file .env holds those of Grist; Compose reads it for the names that it is asked for, and hands on nothing else.
  expect(compose.match(/env_file: .*/g)).toEqual(['env_file: panel.env']);
  expect(service('panel')).toContain('env_file: panel.env');
  expect(service('panel')).not.toMatch(/GRIST_SESSION_SECRET|OIDC/);
  expect(service('grist')).not.toMatch(/SECRET_KEY:|HIGHLEVEL_/);
  expect(service('caddy')).not.toMatch(/SECRET/);
  for (const file of ['.gitignore', 'deploy/Dockerfile.dockerignore']) expect(text(file)).toMatch(/(^|\/)panel\.env$/m);
});

test('Grist lets nobody in without a sign-in, and does not start without one', () => {
  const grist = service('grist');
  // Unset, the issuer leaves Grist with its fallback, which signs in whoever presses the button (grist-core, loginSystemHelpers).
  for (const name of ['GRIST_OIDC_IDP_ISSUER', 'GRIST_OIDC_IDP_CLIENT_ID', 'GRIST_OIDC_IDP_CLIENT_SECRET'])
    expect(grist).toMatch(new RegExp(`${name}: \\$\\{${name}:\\?`));
  expect(grist).toContain('GRIST_LOGIN_SYSTEM_TYPE: oidc');
  expect(grist).toContain("GRIST_FORCE_LOGIN: 'true'");
  expect(grist).not.toMatch(/GRIST_DEFAULT_EMAIL|GRIST_IN_SERVICE|GRIST_TEST_LOGIN/);
});

test('the panel believes the addresses of its own network with Caddy, and of no other', () => {
  const [, subnet] = /subnet: (\S+)/.exec(compose) ?? [];
  expect(service('panel')).toContain(`TRUSTED_PROXIES: ${subnet}`);
  expect(service('grist')).not.toContain('before-panel');
});

test('a stop waits longer than a sign-in can take to be renewed', () => {
  const longest = 85;
  expect(Number(/TimeoutStopSec=(\d+)/.exec(text('deploy/grist-highlevel-panel.service'))?.[1])).toBeGreaterThan(
    longest,
  );
  expect(Number(/stop_grace_period: (\d+)m/.exec(compose)?.[1]) * 60).toBeGreaterThan(longest);
});

test('the image is built of what npm packs, which is built first', () => {
  expect(dockerfile).toContain('npm pack');
  const named = [...(scripts?.prepack ?? '').matchAll(/npm run (\w+)/g)].map(([, script = '']) => script);
  expect(named).toEqual(['build']);
  expect(named.filter((script) => !scripts?.[script])).toEqual([]);
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
