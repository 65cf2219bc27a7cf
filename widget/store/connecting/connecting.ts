import { createConnectionVerbs } from '../../../panel-api/connection.ts';
import { hearEvents } from '../../../panel-api/events.ts';
import type { Connecting } from '../views/connection.ts';
import { createConnection } from './connection.ts';
import type { SessionStore } from './session.ts';
import { openSignInWindow } from './sign-in-window.ts';

/** All that connects a document to a location, in one part: it is fetched when somebody needs it. */
export function createConnecting(url: string, session: SessionStore): Connecting {
  return createConnection({
    session,
    verbs: createConnectionVerbs(url, session.token),
    openWindow: openSignInWindow,
    hear: async (onEvent) => hearEvents(url, await session.token(), (name) => name === 'connection' && onEvent()),
    // Another location has other people, calendars and fields: the page begins anew, drafts are kept.
    onChange: () => window.location.reload(),
  });
}
