import type { Endpoint } from './allow-list.ts';

/** Also the forms that servers read as the same key: `locationId[]=…`, `locationId[0]=…`. */
const namesLocation = (key: string): boolean => /^locationid($|\[)/i.test(key);

/** The query with the connection's location in place of any other; added where the endpoint takes one there. */
export function queryOf(endpoint: Endpoint, asked: URLSearchParams, locationId: string): string {
  const kept = [...asked].filter(([key]) => !namesLocation(key));
  const named = endpoint.location === 'query' || kept.length < asked.size;
  const query = new URLSearchParams(named ? [...kept, ['locationId', locationId]] : kept).toString();
  return query && `?${query}`;
}

/** A JSON object with the connection's location in place of any other; added where the endpoint takes one there. */
export function bodyOf(endpoint: Endpoint, asked: Record<string, unknown>, locationId: string): string {
  const kept = Object.entries(asked).filter(([key]) => !namesLocation(key));
  const named = endpoint.location === 'body' || kept.length < Object.keys(asked).length;
  return JSON.stringify(Object.fromEntries(named ? [...kept, ['locationId', locationId]] : kept));
}
