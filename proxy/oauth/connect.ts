import { createApi } from '../../highlevel/client.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import { getLocation } from '../../highlevel/locations.ts';
import type { OauthConnections } from '../connections.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { companyHolder } from '../credentials/rows.ts';
import { documentName } from '../document.ts';
import type { Person } from '../grist/authenticate.ts';
import type { Pending } from '../pending.ts';
import type { Connection } from '../sessions.ts';
import type { Authorizations } from './authorizations.ts';
import { type InstalledLocation, listInstalledLocations } from './installed-locations.ts';
import { agencyScopes, scopes } from './scopes.ts';
import { type Grant, GrantRefused, type TokenEndpoint } from './token-endpoint.ts';

interface Options {
  authorizations: Authorizations;
  connections: OauthConnections;
  credentials: Credentials;
  endpoint: TokenEndpoint;
  pending: Pending;
  apiUrl: string;
  authorizeUrl: string;
  clientId: string;
  /** May agencies sign in, and choose a location afterwards? */
  agencies: boolean;
  /** Ours, as registered with HighLevel: it must match to the letter. */
  redirectUri: string;
  fetch?: typeof fetch;
  /** Tells the document's open panels that it reaches another location now. */
  publish: (document: string) => Promise<void>;
}

/** An agency signed in: one of its locations has to be chosen. */
export interface Choice {
  choose: readonly InstalledLocation[];
}

const over = () => new HighLevelError('conflict', 'This sign-in is over or was used already. Press Connect once more.');

/** Connects a document to a location: begin in the widget, sign in at HighLevel, come back, and claim in the widget. */
export function createConnecting(options: Options) {
  const { authorizations, connections, credentials, endpoint, pending, apiUrl, fetch } = options;
  const beginner = (person: Person) => ({ document: documentName(person), userId: person.userId });

  async function nameOf(grant: Grant): Promise<string> {
    const api = createApi({ via: 'direct', url: apiUrl, token: grant.access }, fetch && { fetch });
    // A name is only for people to recognise; without the scope for it the id serves.
    return getLocation(api, grant.locationId ?? '').then(
      ({ name }) => name,
      () => grant.locationId ?? '',
    );
  }

  async function bind(person: Person, grant: Grant): Promise<Connection | null> {
    await credentials.keep(grant);
    await connections.bind(person, person.userId, grant, await nameOf(grant));
    await options.publish(documentName(person));
    return connections.find(person);
  }

  return {
    /** Where the owner signs in and chooses a location. */
    async begin(person: Person): Promise<string> {
      const url = new URL(options.authorizeUrl);
      url.search = new URLSearchParams({
        response_type: 'code',
        redirect_uri: options.redirectUri,
        client_id: options.clientId,
        scope: [...scopes, ...(options.agencies ? agencyScopes : [])].join(' '),
        state: await authorizations.begin(beginner(person)),
      }).toString();
      return url.href;
    },

    /** Did this proxy make the state? Says so without a look into the database. */
    isOurs: (state: string): boolean => authorizations.isOurs(state),

    /** HighLevel sent the person back with a code: answers the claim for the widget. Throws `HighLevelError`. */
    async comeBack(code: string, state: string): Promise<string> {
      if (!(await authorizations.take(state))) throw over();
      try {
        return await pending.track(async () =>
          authorizations.hold(state, await endpoint.exchange(code, options.redirectUri)),
        );
      } catch (error) {
        if (!(error instanceof GrantRefused)) throw error;
        throw new HighLevelError('unreachable', 'HighLevel did not finish the sign-in. Press Connect once more.', {
          cause: error,
        });
      }
    },

    /** Binds the document to the location of the claim, or, after an agency's sign-in, asks which one it is. */
    async claim(person: Person, claim: string, chosen?: string): Promise<Connection | Choice | null> {
      const grant = await authorizations.peek(claim, beginner(person));
      if (!grant) throw over();
      if (grant.locationId === null && !options.agencies) {
        throw new HighLevelError('rejected', 'An agency signed in. Press Connect once more and choose one location.', {
          reason: 'agency',
        });
      }
      if (grant.locationId === null && chosen === undefined) {
        return { choose: await listInstalledLocations({ apiUrl, clientId: options.clientId, fetch }, grant) };
      }
      return pending.track(async () => {
        await authorizations.finish(claim);
        if (grant.locationId !== null) return bind(person, grant);
        await credentials.keep(grant);
        const token = await credentials.access(companyHolder(grant.companyId));
        return bind(person, await endpoint.mint(token, grant.companyId, chosen ?? ''));
      });
    },

    async release(person: Person): Promise<void> {
      await connections.release(person);
      await options.publish(documentName(person));
    },
  };
}

export type Connecting = ReturnType<typeof createConnecting>;
