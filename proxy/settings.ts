import { isIP } from 'node:net';
import * as v from 'valibot';

interface Setting {
  /** What is expected, ready to follow the name: "PORT is not …". */
  expected: string;
  example: string;
  isRight: (value: string) => boolean;
}

const isUrl = (value: string, path: RegExp): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && path.test(pathname) && search === '' && hash === '';
};
const isOrigin = (value: string): boolean => isUrl(value, /^\/$/);

/** `10.0.0.0/8`, `::1`: one address, or a network. */
function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    longest >= 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

/** Values of a list, e.g. `a, b`. */
export const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
const isListOf = (isEntry: (entry: string) => boolean) => (value: string) => {
  const list = listOf(value);
  return list.length > 0 && list.every(isEntry);
};

/** All that can be configured: by the environment, or by a file `.env` beside `package.json`. */
export const settings = {
  PORT: {
    expected: 'a port, 0 to 65535',
    example: '8787',
    isRight: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
  },
  HOST: {
    expected: 'an address of this machine',
    example: '127.0.0.1',
    isRight: (value) => /^[\w.:-]+$/.test(value),
  },
  PUBLIC_URL: {
    expected: 'the address by which browsers reach the proxy, without a path',
    example: 'https://panel.example.org',
    isRight: isOrigin,
  },
  TRUSTED_PROXIES: {
    expected: 'the addresses or networks of the reverse proxies in front, separated by commas',
    example: '127.0.0.1,10.0.0.0/8',
    isRight: isListOf(isNetwork),
  },
  GRIST_URL: {
    expected: 'one address of Grist, without a path, or several separated by commas',
    example: 'https://docs.getgrist.com,https://grist.example.org',
    isRight: isListOf(isOrigin),
  },
  GRIST_INTERNAL_URL: {
    expected: 'the address at which the proxy itself reaches a Grist that is behind a sign-on, as public=internal',
    example: 'https://grist.example.org=http://grist:8484',
    isRight: isListOf((pair) => {
      const [url = '', internal = '', ...more] = pair.split('=');
      return isOrigin(url) && isUrl(internal, /./) && more.length === 0;
    }),
  },
  GRIST_API_KEY: {
    expected: 'an API key by which Grist tells who works in a document, as public=key; several separated by commas',
    example: 'https://docs.getgrist.com=0123456789abcdef0123456789abcdef01234567',
    isRight: isListOf((pair) => {
      const [url = '', key = '', ...more] = pair.split('=');
      return isOrigin(url) && /^\w{16,}$/.test(key) && more.length === 0;
    }),
  },
  GRIST_DOCS: {
    expected:
      "one full document id, or several separated by commas (Grist shows it under the document's settings, API)",
    example: 'xzorDHpEQ7G97fDE5b2WYU',
    isRight: isListOf((id) => /^[\w-]{10,64}$/.test(id)),
  },
  HIGHLEVEL_TOKEN: {
    expected: 'a private integration token (HighLevel: Settings, Private Integrations)',
    example: 'pit-00000000-0000-0000-0000-000000000000',
    isRight: (value) => /^[\w.~+/=-]{8,}$/.test(value),
  },
  HIGHLEVEL_LOCATION_ID: {
    expected: "a location's id (HighLevel: Settings, Business Profile)",
    example: 've9EPM428h8vShlRW1KT',
    isRight: (value) => /^\w{10,40}$/.test(value),
  },
  HIGHLEVEL_CLIENT_ID: {
    expected: "the client id of your app in HighLevel's Marketplace",
    example: '68a1f0c2e4b0a1b2c3d4e5f6-m1abcd2e',
    isRight: (value) => /^[\w-]{8,}$/.test(value),
  },
  HIGHLEVEL_CLIENT_SECRET: {
    expected: "the client secret of your app in HighLevel's Marketplace",
    example: '00000000-0000-0000-0000-000000000000',
    isRight: (value) => /^\S{8,}$/.test(value),
  },
  HIGHLEVEL_AGENCIES: {
    expected: 'yes or no: may agencies sign in and choose a location afterwards? It asks HighLevel for two more scopes',
    example: 'yes',
    isRight: (value) => value === 'yes' || value === 'no',
  },
  HIGHLEVEL_API_URL: {
    expected: "the address of HighLevel's API",
    example: 'https://services.leadconnectorhq.com',
    isRight: (value) => isUrl(value, /./),
  },
  HIGHLEVEL_AUTHORIZE_URL: {
    expected: "the address of HighLevel's page on which a location is chosen",
    example: 'https://marketplace.gohighlevel.com/v2/oauth/chooselocation',
    isRight: (value) => isUrl(value, /./),
  },
  SECRET_KEY: {
    expected: 'a random secret of at least 32 characters, or several separated by commas, the newest first',
    example: '"$(openssl rand -base64 32)"',
    isRight: isListOf((secret) => secret.length >= 32),
  },
  METRICS_TOKEN: {
    expected: 'a random secret of at least 16 characters, which Prometheus shows to read /metrics',
    example: '"$(openssl rand -hex 16)"',
    isRight: (value) => value.length >= 16,
  },
  DATABASE_URL: {
    expected: 'a file or a Postgres database',
    example: 'file:./data/proxy.db',
    isRight: (value) => /^(file:.|postgres(ql)?:\/\/.)/.test(value),
  },
  ACTIVITY_DAYS: {
    expected: 'the days after which the log of what was done is forgotten, 1 to 3650',
    example: '365',
    isRight: (value) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 3650,
  },
  ACTIVITY_ENTRIES: {
    expected: 'how many entries of the log are kept for each document, 100 to 10000000',
    example: '100000',
    isRight: (value) => /^\d{3,8}$/.test(value) && Number(value) >= 100 && Number(value) <= 10_000_000,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** The end of a message about a mistake; the value is left out, because it may be a secret. */
export const showExample = (name: SettingName): string => `For example: ${name}=${settings[name].example}`;

const schemaOf = (name: SettingName, { expected, isRight }: Setting) =>
  v.optional(v.pipe(v.string(), v.check(isRight, `${name} is not ${expected}. ${showExample(name)}`)));

/** The settings as the environment gives them: each absent, or as expected. */
export const Settings = v.object(
  Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, schemaOf(name as SettingName, setting)]),
  ) as Record<SettingName, ReturnType<typeof schemaOf>>,
);
