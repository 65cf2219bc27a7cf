import { createHash } from 'node:crypto';
import { askAnonymousId, askRole, type Grist, type Role } from './ask.ts';
import { readClaims } from './claims.ts';
import { Refusal } from './refusal.ts';

/** A person whom Grist lets into a document, and what they may do there. */
export interface Person {
  origin: string;
  docId: string;
  /** Grist's number for the user; it tells no name and no e-mail. */
  userId: number;
  role: Role;
}

export interface Claim {
  origin: string;
  docId: string;
  token: string;
}

interface Options {
  grists: readonly Grist[];
  fetch?: typeof fetch;
  now?: () => number;
}

/** Positive answers are believed this long; so is a person who was just removed from the document. */
const believed = 60_000;
const capacity = 10_000;

/**
 * Asks Grist who is behind an access token. The document's id is compared exactly, so that the owner-grade token of a
 * fork opens nothing; the same token asked twice at once is asked once. Throws `Refusal`.
 */
export function createVouching({ grists, fetch = globalThis.fetch, now = Date.now }: Options) {
  const answers = new Map<string, { until: number; person: Promise<Person> }>();
  const anonymous = new Map<string, Promise<number | null>>();

  function anonymousId(grist: Grist): Promise<number | null> {
    const known = anonymous.get(grist.origin) ?? askAnonymousId(fetch, grist);
    anonymous.set(grist.origin, known);
    known.catch(() => anonymous.delete(grist.origin));
    return known;
  }

  async function check(grist: Grist, { docId, token }: Claim): Promise<Person> {
    const role = await askRole(fetch, grist, docId, token);
    const claims = readClaims(token);
    if (claims.docId !== docId) throw new Refusal(claims.docId.includes('~') ? 'fork' : 'other-document');
    if (claims.exp * 1000 <= now()) throw new Refusal('expired-token');
    if (claims.userId === (await anonymousId(grist))) throw new Refusal('anonymous');
    return { origin: grist.origin, docId, userId: claims.userId, role };
  }

  function remember(key: string, person: Promise<Person>): void {
    const oldest = answers.keys().next();
    if (answers.size >= capacity && !oldest.done) answers.delete(oldest.value);
    answers.set(key, { until: now() + believed, person });
    person.catch(() => answers.delete(key));
  }

  return async function vouch(claim: Claim): Promise<Person> {
    const grist = grists.find(({ origin }) => origin === claim.origin);
    if (!grist) throw new Refusal('unknown-origin');
    if (claim.token.trim() === '') throw new Refusal('empty-token');
    if (claim.docId.includes('~')) throw new Refusal('fork');
    if (!/^[\w-]{10,64}$/.test(claim.docId)) throw new Refusal('other-document');
    const key = createHash('sha256').update(`${claim.origin} ${claim.docId} ${claim.token}`).digest('base64url');
    const answer = answers.get(key);
    if (answer && answer.until > now()) return answer.person;
    const person = check(grist, claim);
    remember(key, person);
    return person;
  };
}
