import { type Endpoint, endpoints } from './allow-list.ts';

export interface Route {
  endpoint: Endpoint;
  /** The location that the path names, where it names one. */
  locationId: string | undefined;
}

/**
 * An id has letters, digits, `_` and `-`, and nothing else. So a path with dots, escapes, backslashes or empty segments
 * matches no route, and needs no check of its own.
 */
const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[\\w-]{1,100})')}$`);

const routes = endpoints.map((endpoint) => ({ endpoint, pattern: pattern(endpoint.path) }));

/** Finds the endpoint that HighLevel would serve under the method and path, or nothing when it may not be reached. */
export function findRoute(method: string, path: string): Route | undefined {
  for (const { endpoint, pattern } of routes) {
    const match = endpoint.method === method && pattern.exec(path);
    if (match) return { endpoint, locationId: match.groups?.locationId };
  }
  return undefined;
}

/** HighLevel serves its calendars under a version of their own (HighLevel API docs: Version header of each API). */
export const versionOf = (endpoint: Endpoint): string =>
  endpoint.path.startsWith('/calendars/') ? '2021-04-15' : '2021-07-28';
