import { randomBytes } from 'node:crypto';
import { HighLevelError } from '../highlevel/errors.ts';
import type { Connection, Session, Sessions } from './sessions.ts';

const LIFETIME = 10 * 60 * 1000;
const MOST = 1000;

/**
 * Sessions for the demo: whoever runs on this machine is an owner, and the connection leads to the sandbox alone. Not for
 * a real location: the Grist token is not looked at.
 */
export function createDemoSessions(connection: Connection, now: () => number = Date.now): Sessions {
  const sessions = new Map<string, Session>();

  const forgetOld = () => {
    for (const [key, { expiresAt }] of sessions) {
      if (expiresAt > now() && sessions.size < MOST) break;
      sessions.delete(key);
    }
  };

  return {
    async open(_introduction, { local }) {
      if (!local) throw new HighLevelError('forbidden', 'The demo serves this machine only.');
      forgetOld();
      const session: Session = {
        session: randomBytes(24).toString('base64url'),
        role: 'owner',
        expiresAt: now() + LIFETIME,
        connection,
      };
      sessions.set(session.session, session);
      return session;
    },

    async find(shown) {
      const session = shown === undefined ? undefined : sessions.get(shown);
      if (!session || session.expiresAt <= now()) {
        throw new HighLevelError('unauthenticated', 'This needs a session: POST /api/session gives one.');
      }
      return session;
    },
  };
}
