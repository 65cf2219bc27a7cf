import * as v from 'valibot';
import { HighLevelError } from '../../highlevel/errors.ts';
import { pagesBySkip } from '../../highlevel/pages.ts';
import type { Grant } from './token-endpoint.ts';

export interface InstalledLocation {
  id: string;
  name: string;
}

const Answer = v.object({
  count: v.fallback(v.optional(v.number()), undefined),
  locations: v.array(
    v.object({ _id: v.string(), name: v.optional(v.string(), ''), isInstalled: v.optional(v.boolean(), true) }),
  ),
});

interface Options {
  apiUrl: string;
  clientId: string;
  fetch?: typeof fetch;
}

const pageSize = 100;
/** Locations at most: nobody chooses among more. */
const most = 5_000;

/** The locations in which an agency has installed our app (HighLevel API docs: OAuth 2.0, installed locations). */
export async function listInstalledLocations({ apiUrl, clientId, fetch = globalThis.fetch }: Options, grant: Grant) {
  async function fetchPage(skip: number, limit: number) {
    const query = new URLSearchParams({
      companyId: grant.companyId,
      // The app's id is the client id up to its dash.
      appId: clientId.split('-')[0] ?? '',
      isInstalled: 'true',
      skip: String(skip),
      limit: String(limit),
    });
    const response = await fetch(`${apiUrl}/oauth/installedLocations?${query}`, {
      headers: { authorization: `Bearer ${grant.access}`, version: '2021-07-28', accept: 'application/json' },
      signal: AbortSignal.timeout(15_000),
    }).catch((cause: unknown) => {
      throw new HighLevelError('unreachable', 'HighLevel did not list the locations.', { cause });
    });
    const answer = v.safeParse(Answer, await response.json().catch(() => null));
    if (!response.ok || !answer.success)
      throw new HighLevelError('unreachable', 'HighLevel did not list the locations.');
    const { locations, count } = answer.output;
    return { items: locations.map(({ _id, ...location }) => ({ id: _id, ...location })), total: count };
  }

  const found: InstalledLocation[] = [];
  for await (const { id, name, isInstalled } of pagesBySkip(pageSize, fetchPage)) {
    if (isInstalled) found.push({ id, name: name || id });
    if (found.length >= most) break;
  }
  return found;
}
