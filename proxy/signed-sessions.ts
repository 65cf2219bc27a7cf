import { jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { HighLevelError } from '../highlevel/errors.ts';
import type { Connections } from './connections.ts';
import type { Authentication, Person } from './grist/authenticate.ts';
import { Refusal } from './grist/refusal.ts';
import type { KeyRing } from './secrets/keys.ts';
import type { Session, Sessions } from './sessions.ts';

const lifetime = 10 * 60_000;

const Carried = v.object({
  origin: v.string(),
  docId: v.string(),
  userId: v.number(),
  role: v.picklist(['viewer', 'editor', 'owner']),
  exp: v.number(),
});

type Carries = v.InferOutput<typeof Carried>;

/** Sessions that are remembered as verified. */
const capacity = 10_000;

/** A refusal in the words of the HTTP contract: `unauthenticated` asks for a new token, `forbidden` does not help. */
function refused(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const again = error.reason === 'expired-token' || error.reason === 'broken-token';
  const code = error.passing ? 'unreachable' : again ? 'unauthenticated' : 'forbidden';
  return new HighLevelError(code, error.message, { cause: error, reason: error.reason });
}

interface Options {
  authentication: Authentication;
  connections: Connections;
  keys: KeyRing;
  /** The documents that are served. Absent: all of the trusted Grists. */
  documents?: readonly string[] | undefined;
  now?: () => number;
}

/**
 * Sessions of people for whom Grist vouches: signed, not stored, bound to origin, document, user and role, and valid for ten
 * minutes. Which location the document reaches is looked up with each call, so that a disconnect counts at once.
 */
export function createSignedSessions(options: Options): Sessions {
  const { authentication, connections, keys, documents, now = Date.now } = options;
  const served = documents && new Set(documents);
  const [current] = keys;
  const verified = new Map<string, Carries>();
  const secrets = new Map(keys.map((key) => [key.id, key.derive('sessions')]));

  function refuseUnserved(docId: string): void {
    if (served && !served.has(docId)) throw refused(new Refusal('unlisted-document'));
  }

  async function sessionOf(person: Person, session: string, expiresAt: number): Promise<Session> {
    return { session, role: person.role, expiresAt, person, connection: await connections.find(person) };
  }

  function secretOf({ kid = '' }: { kid?: string }): Buffer {
    const secret = secrets.get(kid);
    if (!secret) throw new TypeError('The session is signed with a key that is not ours');
    return secret;
  }

  async function verify(session: string): Promise<Carries> {
    try {
      const { payload } = await jwtVerify(session, secretOf, { algorithms: ['HS256'], currentDate: new Date(now()) });
      return v.parse(Carried, payload);
    } catch (cause) {
      throw new HighLevelError('unauthenticated', 'This session is over: POST /api/session gives a new one.', {
        cause,
      });
    }
  }

  /** A session that was once found right stays so until it ends. */
  async function read(session: string): Promise<Carries> {
    const known = verified.get(session);
    if (known && known.exp * 1000 > now()) return known;
    const carried = await verify(session);
    const oldest = verified.keys().next();
    if (verified.size >= capacity && !oldest.done) verified.delete(oldest.value);
    verified.set(session, carried);
    return carried;
  }

  return {
    screen(introduction) {
      try {
        const claimed = authentication.screen(introduction);
        refuseUnserved(claimed.docId);
        return claimed;
      } catch (error) {
        throw refused(error);
      }
    },

    async open(introduction) {
      refuseUnserved(introduction.docId);
      const person = await authentication.authenticate(introduction).catch((error: unknown) => {
        throw refused(error);
      });
      const expiresAt = now() + lifetime;
      const session = await new SignJWT({ ...person })
        .setProtectedHeader({ alg: 'HS256', kid: current.id })
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(current.derive('sessions'));
      return sessionOf(person, session, expiresAt);
    },

    async find(shown) {
      if (shown === undefined) {
        throw new HighLevelError('unauthenticated', 'This needs a session: POST /api/session gives one.');
      }
      const { exp, ...person } = await read(shown);
      refuseUnserved(person.docId);
      return sessionOf(person, shown, exp * 1000);
    },
  };
}
