import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusals } from '../proxy/grist/refusal.ts';
import { agencyScopes, scopes } from '../proxy/oauth/scopes.ts';
import { settings } from '../proxy/settings.ts';

const guide = readFileSync('docs/proxy.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const names = Object.keys(settings).sort();

/** The rows of the table below a heading. */
const rowsBelow = (heading: string) =>
  (guide.split(`${heading}\n`)[1]?.split('\n#')[0] ?? '').split('\n').filter((line) => /^\s*\| /.test(line));

test('the guide explains every setting, and no other', () => {
  const explained = rowsBelow('## Settings')
    .slice(1)
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(explained.sort()).toEqual(names);
});

test('.env.example lists every setting once, and no other', () => {
  const listed = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(names);
});

test('the values of .env.example are as expected', () => {
  const given = [...example.matchAll(/^#([A-Z_]+)=(.+)$/gm)] as unknown as [string, keyof typeof settings, string][];
  expect(given.filter(([, name, value]) => !settings[name].isRight(value)).map(([line]) => line)).toEqual([]);
});

test('the guide lists the scopes that are asked for, and no other', () => {
  const listed = rowsBelow('### Each document its own location: OAuth 2.0').flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, scope]) => scope),
  );
  expect(listed.sort()).toEqual([...scopes, ...agencyScopes].sort());
});

test('the guide says what to do about every refusal', () => {
  expect(Object.values(refusals).filter((sentence) => !guide.includes(`| ${sentence} | `))).toEqual([]);
});
