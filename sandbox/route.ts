import type { Dto } from './dto.ts';
import type { Grant, Scope } from './grants.ts';
import type { Quirks } from './quirks.ts';
import type { ContactRecord, LocationData, State } from './state.ts';
import type { Version } from './version.ts';

/** A request whose version, token, scope and location have been checked. */
export interface Call {
  state: State;
  /** The location of the token, or the one that the request of a company's token names. */
  location: LocationData;
  grant: Grant;
  version: Version;
  quirks: Quirks;
  /** Epoch milliseconds. */
  now: number;
  /** A parameter of the path (`:name`). */
  param(name: string): string;
  query: URLSearchParams;
  body: unknown;
  /** The valid body, as far as HighLevel carries it out; throws a 422 for an invalid one. */
  accept<T>(dto: Dto<T>): T;
  /** Records what the lagging search index still shows of a contact; `undefined` for a new contact. */
  remember(contactId: string, before: ContactRecord | undefined): void;
  /** The contacts as the search index shows them; the index can lag behind. */
  indexed(): ContactRecord[];
  /** Sends a webhook to the subscribers. */
  emit(type: string, payload: Record<string, unknown>): void;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  scope: Scope;
  /** @default 200 */
  status?: number;
  /** The kind of token that may call it. @default 'Location' */
  level?: 'Location' | 'Company' | 'any';
  /** The path exists only in v3. */
  v3Only?: boolean;
  handle(call: Call): object;
}
