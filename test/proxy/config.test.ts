import { expect, test } from 'vitest';
import { readConfig } from '../../proxy/config.ts';
import { settings } from '../../proxy/settings.ts';

const pinned = {
  HIGHLEVEL_TOKEN: 'pit-11111111-2222-3333-4444-555555555555',
  HIGHLEVEL_LOCATION_ID: 've9EPM428h8vShlRW1KT',
  GRIST_DOCS: 'xzorDHpEQ7G97fDE5b2WYU',
  GRIST_URL: 'https://docs.getgrist.com/, https://grist.example.org:8443',
};
const complaint = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('runs the demo on this machine when nothing is configured', () => {
  expect(readConfig({ PATH: '/bin', HIGHLEVEL_TOKEN: '', PORT: ' ' })).toEqual({
    port: 8787,
    host: '127.0.0.1',
    publicUrl: undefined,
    grists: [],
    documents: undefined,
    trustedProxies: [],
    gristKeys: new Map(),
    highlevel: null,
    secretKey: undefined,
    activity: { days: 365, entries: 100_000 },
    databaseUrl: 'file:./data/proxy.db',
    metricsToken: undefined,
  });
});

test('reads the keys by which each Grist tells names', () => {
  const key = '0123456789abcdef0123456789abcdef01234567';
  const { gristKeys } = readConfig({ ...pinned, GRIST_API_KEY: `https://docs.getgrist.com/=${key}` });
  expect([...gristKeys]).toEqual([['https://docs.getgrist.com', key]]);
  expect(complaint({ ...pinned, GRIST_API_KEY: key })).toContain('GRIST_API_KEY is not an API key');
});

test('reads a location that is pinned to documents', () => {
  expect(readConfig(pinned)).toMatchObject({
    documents: ['xzorDHpEQ7G97fDE5b2WYU'],
    grists: [
      { origin: 'https://docs.getgrist.com', internalUrl: 'https://docs.getgrist.com' },
      { origin: 'https://grist.example.org:8443', internalUrl: 'https://grist.example.org:8443' },
    ],
    highlevel: {
      apiUrl: 'https://services.leadconnectorhq.com',
      pinned: {
        token: pinned.HIGHLEVEL_TOKEN,
        locationId: pinned.HIGHLEVEL_LOCATION_ID,
      },
      oauth: null,
    },
  });
});

test('reads an app of the Marketplace', () => {
  const config = readConfig({
    HIGHLEVEL_CLIENT_ID: '68a1f0c2e4b0a1b2c3d4e5f6-m1abcd2e',
    HIGHLEVEL_CLIENT_SECRET: 'secret-secret',
    GRIST_URL: 'https://docs.getgrist.com',
    PUBLIC_URL: 'https://panel.example.org/',
    HIGHLEVEL_API_URL: 'http://127.0.0.1:4010',
  });
  expect(config.publicUrl).toBe('https://panel.example.org');
  expect(config.highlevel).toMatchObject({
    apiUrl: 'http://127.0.0.1:4010',
    pinned: null,
    oauth: { clientId: '68a1f0c2e4b0a1b2c3d4e5f6-m1abcd2e', clientSecret: 'secret-secret' },
  });
});

test.each([
  ['PORT', '99999'],
  ['PORT', 'http'],
  ['HOST', 'my host'],
  ['PUBLIC_URL', 'panel.example.org'],
  ['PUBLIC_URL', 'https://panel.example.org/widget'],
  ['GRIST_URL', 'https://docs.getgrist.com,grist'],
  ['GRIST_DOCS', 'xzorDHpEQ7G97fDE5b2WYU~fork'],
  ['TRUSTED_PROXIES', 'caddy'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', '*'],
  ['HIGHLEVEL_TOKEN', 'pit 1234567'],
  ['HIGHLEVEL_LOCATION_ID', 've9'],
  ['HIGHLEVEL_API_URL', 'ftp://example.org'],
  ['SECRET_KEY', 'too-short'],
  ['DATABASE_URL', 'mysql://db'],
] as const)('says what is wrong with %s=%s, with an example', (name, value) => {
  const text = complaint({ ...pinned, [name]: value });
  expect(text).toContain(`${name} is not ${settings[name].expected}`);
  expect(text).toContain(`For example: ${name}=${settings[name].example}`);
});

test.each([
  [{ HIGHLEVEL_TOKEN: pinned.HIGHLEVEL_TOKEN }, ['HIGHLEVEL_LOCATION_ID', 'GRIST_DOCS', 'GRIST_URL']],
  [{ GRIST_DOCS: pinned.GRIST_DOCS }, ['GRIST_URL']],
  [{ HIGHLEVEL_CLIENT_ID: 'abcdefgh-1' }, ['HIGHLEVEL_CLIENT_SECRET', 'GRIST_URL', 'PUBLIC_URL']],
  [{ HIGHLEVEL_API_URL: 'http://127.0.0.1:4010' }, ['HIGHLEVEL_TOKEN']],
])('says what %o needs beside it', (environment, missing) => {
  const text = complaint(environment as Record<string, string>);
  for (const name of missing) expect(text).toMatch(new RegExp(`^- ${name}.* is missing`, 'm'));
});

test('wants a key that proxies on one Postgres share', () => {
  expect(complaint({ ...pinned, DATABASE_URL: 'postgres://panel@db/panel' })).toMatch(/^- SECRET_KEY is missing/m);
});

test('names a setting that does not exist', () => {
  expect(complaint({ ...pinned, HIGHLEVEL_TOKENS: 'x' })).toContain('HIGHLEVEL_TOKENS is not a setting');
});

test('tells all mistakes at once and no value of them', () => {
  const text = complaint({ HIGHLEVEL_TOKEN: 'a secret', SECRET_KEY: 'another secret', PORT: 'x' });
  expect(text.match(/^- /gm)).toHaveLength(3);
  expect(text).not.toMatch(/a secret|another secret/);
});

test.each(Object.entries(settings).filter(([, { example }]) => !example.startsWith('"')))(
  'accepts its own example of %s',
  (_name, { example, isRight }) => {
    expect(isRight(example)).toBe(true);
  },
);
