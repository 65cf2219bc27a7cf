import { HighLevelError } from '../../highlevel/errors.ts';
import { documentName } from '../connections.ts';
import type { Store } from '../database/open.ts';
import type { Session } from '../sessions.ts';

/**
 * What is remembered belongs to a document and the location that it reaches: connected to another location, a document
 * begins anew.
 */
export const spaceOf = (document: string, locationId: string) => `${document} ${locationId}`;

/** The space that a session may read. Throws `HighLevelError`: `not-connected`. */
export function readableSpace({ person, connection }: Session): string {
  if (!connection) throw new HighLevelError('not-connected', 'This document is connected to no location.');
  return spaceOf(documentName(person), connection.locationId);
}

/** The space that a session may write to. Throws `HighLevelError`: `forbidden` for a viewer. */
export function writableSpace(session: Session): string {
  if (session.role === 'viewer') {
    throw new HighLevelError('forbidden', 'Viewers of the document may not change what is remembered of it.');
  }
  return readableSpace(session);
}

/** Forgets all that was remembered of a document and a location. */
export async function forgetSpace(store: Store, document: string, locationId: string): Promise<void> {
  const space = spaceOf(document, locationId);
  for (const table of ['agreement', 'activity_outcome', 'activity', 'person', 'lease', 'state_size'] as const) {
    await store.deleteFrom(table).where('space', '=', space).execute();
  }
}
