import { unauthorized } from './errors.ts';

const published = ['2021-04-15', '2021-07-28', '2023-02-21', 'v3'] as const;

/** The value of the `Version` header; every existing path accepts any published version. */
export type Version = (typeof published)[number];

export function readVersion(headers: Headers): Version {
  const given = headers.get('version');
  if (!given) throw unauthorized('version header was not found.');
  const version = published.find((known) => known === given.trim());
  if (!version) throw unauthorized('version header is invalid');
  return version;
}
