import type { Grant, Scope } from './grants.ts';
import type { Quirks } from './quirks.ts';
import type { ContactRecord, Place, State } from './state.ts';
import type { Version } from './version.ts';

/** One request that has passed version, token, scope and location. */
export interface Call {
  state: State;
  /** The location of the token, or the one that a company's token named. */
  place: Place;
  grant: Grant;
  version: Version;
  quirks: Quirks;
  /** Epoch milliseconds. */
  now: number;
  /** The path's `:names`. */
  param(name: string): string;
  query: URLSearchParams;
  body: unknown;
  /** Keeps what the search index still shows of a contact; `undefined` for one that was not there. */
  remember(contactId: string, before: ContactRecord | undefined): void;
  /** What the search index shows, which may lag behind. */
  indexed(): ContactRecord[];
  /** Tells the subscribers of webhooks. */
  emit(type: string, payload: Record<string, unknown>): void;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  scope: Scope;
  /** @default 200 */
  status?: number;
  /** Whose token may call it. @default 'Location' */
  level?: 'Location' | 'Company' | 'any';
  /** A path that only v3 knows. */
  v3Only?: boolean;
  answer(call: Call): object;
}
