import { sql } from 'kysely';
import type { Credentials } from './credentials/credentials.ts';
import { locationHolder } from './credentials/rows.ts';
import type { Store } from './database/open.ts';
import { type DocumentRef, documentName } from './document.ts';
import type { Grant } from './oauth/token-endpoint.ts';
import type { Connection } from './sessions.ts';
import { forgetSpace } from './state/space.ts';

export interface Connections {
  /** The location that a document reaches, or `null`. */
  find(document: DocumentRef): Promise<Connection | null>;
}

/** All served documents reach the one location of the operator's private integration token. */
export const createPinnedConnections = (connection: Connection): Connections => ({ find: async () => connection });

/** Documents whose owners connected them by signing in to HighLevel. A document has one location at most. */
export function createOauthConnections(store: Store, credentials: Credentials, now: () => number = Date.now) {
  async function forgetUnused(locationId: string): Promise<void> {
    const user = await store
      .selectFrom('connection')
      .select('document')
      .where('location_id', '=', locationId)
      .executeTakeFirst();
    if (!user) await credentials.forget(locationHolder(locationId));
  }

  return {
    async find(document: DocumentRef): Promise<Connection | null> {
      const row = await store
        .selectFrom('connection')
        .innerJoin('credential', (join) =>
          join.on('credential.holder', '=', sql<string>`'location ' || connection.location_id`),
        )
        .select(['connection.location_id', 'location_name', 'connected_by', 'connected_at'])
        .selectAll('credential')
        .where('document', '=', documentName(document))
        .executeTakeFirst();
      if (!row) return null;
      const holder = locationHolder(row.location_id);
      return {
        locationId: row.location_id,
        locationName: row.location_name,
        connectedBy: row.connected_by,
        connectedAt: row.connected_at,
        scopes: row.scopes.split(' ').filter(Boolean),
        broken: row.broken,
        token: (stale) => credentials.access(holder, stale, row),
      };
    },

    async bind(document: DocumentRef, userId: number, grant: Grant, locationName: string): Promise<void> {
      if (grant.locationId === null) throw new TypeError('An agency token belongs to no document');
      const values = {
        location_id: grant.locationId,
        location_name: locationName,
        connected_by: userId,
        connected_at: now(),
      };
      const before = await this.find(document);
      await store
        .insertInto('connection')
        .values({ document: documentName(document), ...values })
        .onConflict((conflict) => conflict.column('document').doUpdateSet(values))
        .execute();
      if (!before || before.locationId === grant.locationId) return;
      await forgetSpace(store, documentName(document), before.locationId);
      await forgetUnused(before.locationId);
    },

    /** Forgets the document's connection, and the location's credential when no other document needs it. */
    async release(document: DocumentRef): Promise<void> {
      const row = await store
        .deleteFrom('connection')
        .where('document', '=', documentName(document))
        .returning('location_id')
        .executeTakeFirst();
      if (!row) return;
      await forgetSpace(store, documentName(document), row.location_id);
      await forgetUnused(row.location_id);
    },
  };
}

export type OauthConnections = ReturnType<typeof createOauthConnections>;
