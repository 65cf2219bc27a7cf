import { HighLevelError } from '../highlevel/errors.ts';
import type { Endpoint } from './allow-list.ts';
import { findRoute } from './routes.ts';
import type { Connection, Session } from './sessions.ts';

export interface Authorized {
  endpoint: Endpoint;
  connection: Connection;
}

/** Decides whether a session may make a call at all, before anything of it is read or sent. */
export function authorize(session: Session, method: string, path: string): Authorized {
  const route = findRoute(method, path);
  if (!route) throw new HighLevelError('not-found', 'The proxy forwards no such method and path.');
  const { endpoint, locationId } = route;
  const { connection, role } = session;
  if (!connection) throw new HighLevelError('not-connected', 'This document is connected to no location.');
  if (endpoint.writes && role === 'viewer') {
    throw new HighLevelError('forbidden', 'Viewers of the document may not change HighLevel.');
  }
  if (locationId !== undefined && locationId !== connection.locationId) {
    throw new HighLevelError('forbidden', 'This document is connected to another location.');
  }
  return { endpoint, connection };
}
