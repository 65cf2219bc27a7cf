import * as v from 'valibot';
import type { Grist } from './grist/ask.ts';
import { listOf, type SettingName, Settings, settings, showExample } from './settings.ts';
import { type ActivityLimits, usualLimits } from './state/limits.ts';

export interface Config {
  port: number;
  host: string;
  /** Without a slash at the end. */
  publicUrl: string | undefined;
  /** The trusted Grists, and the address at which the proxy reaches each. */
  grists: readonly Grist[];
  /** The documents that are served; `undefined`: all of the trusted Grists. */
  documents: readonly string[] | undefined;
  /** Reverse proxies whose `X-Forwarded-For` is believed: addresses and networks. */
  trustedProxies: readonly string[];
  /** The operator's API keys by Grist's origin: they tell people's names. */
  gristKeys: ReadonlyMap<string, string>;
  /** `null`: no location is configured at all. */
  highlevel: HighLevelConfig | null;
  secretKey: string | undefined;
  databaseUrl: string;
  /** How long and how much of the log of what was done is kept. */
  activity: ActivityLimits;
  metricsToken: string | undefined;
}

export interface HighLevelConfig {
  apiUrl: string;
  authorizeUrl: string;
  /** One location for all served documents. */
  pinned: { token: string; locationId: string } | null;
  oauth: { clientId: string; clientSecret: string; agencies: boolean } | null;
}

/** The configuration has mistakes. `message` lists each with an example of how it is right; it holds no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError' as const;
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration has mistakes:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

type Given = v.InferOutput<typeof Settings>;

/** A setting that is of no use without others. */
const needs: Partial<Record<SettingName, readonly SettingName[]>> = {
  GRIST_INTERNAL_URL: ['GRIST_URL'],
  GRIST_API_KEY: ['GRIST_URL'],
  HIGHLEVEL_TOKEN: ['HIGHLEVEL_LOCATION_ID', 'GRIST_DOCS', 'GRIST_URL'],
  HIGHLEVEL_LOCATION_ID: ['HIGHLEVEL_TOKEN'],
  GRIST_DOCS: ['GRIST_URL'],
  HIGHLEVEL_CLIENT_ID: ['HIGHLEVEL_CLIENT_SECRET', 'GRIST_URL', 'PUBLIC_URL'],
  HIGHLEVEL_CLIENT_SECRET: ['HIGHLEVEL_CLIENT_ID'],
};

const missing = (given: Given, named: readonly SettingName[]): string[] => {
  const problems = new Map<SettingName, string>();
  for (const name of named) {
    for (const need of needs[name] ?? []) {
      if (given[need] === undefined) {
        problems.set(need, `${need} is missing; ${name} is of no use without it. ${showExample(need)}`);
      }
    }
  }
  return [...problems.values()];
};

const isHighLevel = (name: string): boolean => name.startsWith('HIGHLEVEL_');

/** Reads the configuration from the environment. Throws `ConfigError` with every mistake at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A variable that is set to nothing is as good as absent; `.env` files are full of them.
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = v.safeParse(Settings, filled);
  const unknown = Object.keys(filled)
    .filter((name) => isHighLevel(name) && !(name in settings))
    .map((name) => `${name} is not a setting. There are: ${Object.keys(settings).filter(isHighLevel).join(', ')}`);
  if (!parsed.success) throw new ConfigError([...parsed.issues.map(({ message }) => message), ...unknown]);

  const given = parsed.output;
  const named = (Object.keys(settings) as SettingName[]).filter((name) => given[name] !== undefined);
  const problems = [...unknown, ...missing(given, named)];
  const credentials = given.HIGHLEVEL_TOKEN ?? given.HIGHLEVEL_CLIENT_ID;
  if (problems.length === 0 && credentials === undefined && named.some(isHighLevel)) {
    problems.push(`HIGHLEVEL_TOKEN, or HIGHLEVEL_CLIENT_ID, is missing. ${showExample('HIGHLEVEL_TOKEN')}`);
  }
  if (given.DATABASE_URL?.startsWith('postgres') && given.SECRET_KEY === undefined) {
    problems.push(
      `SECRET_KEY is missing; proxies that share a Postgres share their keys. ${showExample('SECRET_KEY')}`,
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(given);
}

const toConfig = (given: Given): Config => ({
  port: Number(given.PORT ?? 8787),
  host: given.HOST ?? '127.0.0.1',
  publicUrl: given.PUBLIC_URL && new URL(given.PUBLIC_URL).origin,
  grists: toGrists(given),
  documents: given.GRIST_DOCS === undefined ? undefined : listOf(given.GRIST_DOCS),
  trustedProxies: listOf(given.TRUSTED_PROXIES ?? ''),
  gristKeys: new Map(
    listOf(given.GRIST_API_KEY ?? '').map((pair) => {
      const [url = '', key = ''] = pair.split('=');
      return [new URL(url).origin, key];
    }),
  ),
  highlevel: toHighLevel(given),
  secretKey: given.SECRET_KEY,
  activity: {
    days: Number(given.ACTIVITY_DAYS ?? usualLimits.days),
    entries: Number(given.ACTIVITY_ENTRIES ?? usualLimits.entries),
  },
  databaseUrl: given.DATABASE_URL ?? 'file:./data/proxy.db',
  metricsToken: given.METRICS_TOKEN,
});

const toGrists = ({ GRIST_URL, GRIST_INTERNAL_URL }: Given): Grist[] => {
  const internal = new Map(
    listOf(GRIST_INTERNAL_URL ?? '').map((pair) => {
      const [url = '', internalUrl = ''] = pair.split('=');
      return [new URL(url).origin, internalUrl.replace(/\/+$/, '')];
    }),
  );
  return listOf(GRIST_URL ?? '')
    .map((url) => new URL(url).origin)
    .map((origin) => ({ origin, internalUrl: internal.get(origin) ?? origin }));
};

const toHighLevel = (given: Given): HighLevelConfig | null => {
  const { HIGHLEVEL_TOKEN: token, HIGHLEVEL_LOCATION_ID: locationId } = given;
  const { HIGHLEVEL_CLIENT_ID: clientId, HIGHLEVEL_CLIENT_SECRET: clientSecret } = given;
  if (token === undefined && clientId === undefined) return null;
  return {
    apiUrl: given.HIGHLEVEL_API_URL ?? settings.HIGHLEVEL_API_URL.example,
    authorizeUrl: given.HIGHLEVEL_AUTHORIZE_URL ?? settings.HIGHLEVEL_AUTHORIZE_URL.example,
    pinned: token && locationId ? { token, locationId } : null,
    oauth: clientId && clientSecret ? { clientId, clientSecret, agencies: given.HIGHLEVEL_AGENCIES === 'yes' } : null,
  };
};
