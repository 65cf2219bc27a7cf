import { createHash } from 'node:crypto';
import { askRole, askVisitorId, type Grist, type Role } from './ask.ts';
import { readClaims } from './claims.ts';
import { Refusal } from './refusal.ts';

/** A person whom Grist lets into a document, and what they may do there. */
export interface Person {
  origin: string;
  docId: string;
  /** Grist's number for the user; it reveals no name and no e-mail. */
  userId: number;
  role: Role;
}

/** What a widget shows of its user. */
export interface GristCredentials {
  origin: string;
  docId: string;
  /** A Grist access token. */
  token: string;
}

/** Whose credentials they say they are. Nothing of it is proved. */
export type ClaimedUser = Omit<Person, 'role'>;

export interface Authentication {
  /** Refuses, without a question to Grist, what Grist would refuse for certain. Throws `Refusal`. */
  screen(credentials: GristCredentials): ClaimedUser;
  /** Asks Grist. Throws `Refusal`. */
  authenticate(credentials: GristCredentials): Promise<Person>;
}

interface Options {
  grists: readonly Grist[];
  fetch?: typeof fetch;
  now?: () => number;
}

/** Milliseconds that a positive answer is valid for, also for a person who was just removed from the document. */
const ttl = 60_000;
const capacity = 10_000;
/** Milliseconds until the number of Grist's visitors is requested again. */
const visitorTtl = 10 * 60_000;

/**
 * Asks Grist who is behind an access token. The document's id is compared exactly, so that the owner-grade token of a
 * fork opens nothing; the same token shown twice at once is one question.
 */
export function createAuthentication({ grists, fetch = globalThis.fetch, now = Date.now }: Options): Authentication {
  const answers = new Map<string, { until: number; person: Promise<Person> }>();
  const visitors = new Map<string, { until: number; userId: Promise<number> }>();

  function visitorId(grist: Grist): Promise<number> {
    const known = visitors.get(grist.origin);
    if (known && known.until > now()) return known.userId;
    const userId = askVisitorId(fetch, grist);
    visitors.set(grist.origin, { until: now() + visitorTtl, userId });
    userId.catch(() => visitors.delete(grist.origin));
    return userId;
  }

  function screen({ origin, docId, token }: GristCredentials): ClaimedUser {
    if (!grists.some((grist) => grist.origin === origin)) throw new Refusal('unknown-origin');
    if (token.trim() === '') throw new Refusal('empty-token');
    if (docId.includes('~')) throw new Refusal('fork');
    if (!/^[\w-]{10,64}$/.test(docId)) throw new Refusal('other-document');
    const claims = readClaims(token);
    if (claims.docId !== docId) throw new Refusal(claims.docId.includes('~') ? 'fork' : 'other-document');
    if (claims.exp * 1000 <= now()) throw new Refusal('expired-token');
    return { origin, docId, userId: claims.userId };
  }

  async function check(user: ClaimedUser, token: string): Promise<Person> {
    const grist = grists.find(({ origin }) => origin === user.origin);
    if (!grist) throw new Refusal('unknown-origin');
    const role = await askRole(fetch, grist, user.docId, token);
    if (user.userId === (await visitorId(grist))) throw new Refusal('anonymous');
    return { ...user, role };
  }

  function remember(key: string, person: Promise<Person>): void {
    const oldest = answers.keys().next();
    if (answers.size >= capacity && !oldest.done) answers.delete(oldest.value);
    answers.set(key, { until: now() + ttl, person });
    person.catch(() => answers.delete(key));
  }

  return {
    screen,
    async authenticate(credentials) {
      const user = screen(credentials);
      const { origin, docId, token } = credentials;
      const key = createHash('sha256').update(`${origin} ${docId} ${token}`).digest('base64url');
      const answer = answers.get(key);
      if (answer && answer.until > now()) return answer.person;
      const person = check(user, token);
      remember(key, person);
      return person;
    },
  };
}
