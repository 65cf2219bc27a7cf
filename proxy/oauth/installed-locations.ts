import * as v from 'valibot';
import { HighLevelError } from '../../highlevel/errors.ts';
import type { Grant } from './token-endpoint.ts';

export interface InstalledLocation {
  id: string;
  name: string;
}

const Answer = v.object({
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
const mostPages = 50;

/** The locations in which an agency has installed our app (HighLevel API docs: OAuth 2.0, installed locations). */
export async function listInstalledLocations({ apiUrl, clientId, fetch = globalThis.fetch }: Options, grant: Grant) {
  const found: InstalledLocation[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({
      companyId: grant.companyId,
      // The app's id is the client id up to its dash.
      appId: clientId.split('-')[0] ?? '',
      isInstalled: 'true',
      skip: String(page * pageSize),
      limit: String(pageSize),
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
    const { locations } = answer.output;
    found.push(
      ...locations.filter(({ isInstalled }) => isInstalled).map(({ _id, name }) => ({ id: _id, name: name || _id })),
    );
    if (locations.length < pageSize) break;
  }
  return found;
}
