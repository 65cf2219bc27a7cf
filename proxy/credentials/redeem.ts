import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Credential } from '../database/schema.ts';
import { type Grant, GrantRefused } from '../oauth/token-endpoint.ts';
import type { Pending } from '../pending.ts';
import type { CredentialRows } from './rows.ts';

/** Asks HighLevel for the next tokens of a credential. */
export type Redeem = (row: Credential) => Promise<Grant>;

interface Options {
  rows: CredentialRows;
  redeem: Redeem;
  pending: Pending;
  now?: () => number;
  /** Milliseconds a lease lives without renewal: how long the others wait for a process that died. */
  leaseLife?: number;
}

/** How long to wait between two looks at whether another process has finished. */
const glance = 50;
/** HighLevel gives the same new pair for this long when the same refresh token is sent again (vendor changelog). */
const sameAnswer = 25_000;

/**
 * Redeems a refresh token once for all callers: within this process by sharing the promise, across processes by a lease in the
 * database that is renewed until HighLevel answers. The intent is stored before the token is sent; a process that finds an
 * old one tries once more, and a refusal then means that only a person can sign in again.
 */
export function createRedemption({ rows, redeem, pending, now = Date.now, leaseLife = 5000 }: Options) {
  const owner = randomUUID();
  const running = new Map<string, Promise<Credential>>();
  /** Pairs that the database did not take: the only copies, because their refresh tokens are used up. */
  const unstored = new Map<string, { rotation: number; grant: Grant }>();

  async function renewing<T>(row: Credential, work: Promise<T>): Promise<T> {
    const timer = setInterval(() => {
      rows.renew(row, owner, leaseLife).catch(() => {});
    }, leaseLife / 3);
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  }

  async function send(row: Credential): Promise<Grant> {
    const started = now();
    try {
      return await redeem(row);
    } catch (error) {
      // No answer: the token may be used up. Within the window the same question gets the same answer.
      const unanswered = error instanceof GrantRefused && error.failure === 'passing' && error.cause !== undefined;
      if (!unanswered || now() - started > sameAnswer) throw error;
      return redeem(row);
    }
  }

  async function pairAfter(row: Credential): Promise<Grant> {
    const kept = unstored.get(row.holder);
    if (kept?.rotation === row.rotation) return kept.grant;
    unstored.delete(row.holder);
    const grant = await renewing(row, send(row));
    unstored.set(row.holder, { rotation: row.rotation, grant });
    return grant;
  }

  async function redeemLeased(row: Credential): Promise<void> {
    // A process that was paused may have lost the lease; its holder redeems.
    if (!(await rows.settle(row, owner, { intent_at: now() }))) return;
    const free = { lease_owner: null, lease_until: 0 };
    try {
      const grant = await pairAfter(row);
      const previous = rows.tokens(row);
      // The write that stores the pair also releases the lease: no process uses a pair that is not stored. It is stored though
      // another has taken the lease meanwhile and been refused: HighLevel gives no other.
      await rows.follow(row, owner, {
        sealed: rows.sealed(row.holder, { access: grant.access, refresh: grant.refresh ?? previous.refresh }),
        scopes: grant.scopes || row.scopes,
        expires_at: grant.expiresAt,
        intent_at: null,
        broken: null,
        ...free,
      });
      unstored.delete(row.holder);
    } catch (error) {
      const failure = error instanceof GrantRefused ? error.failure : 'passing';
      const known = failure === 'passing' ? free : { ...free, intent_at: null };
      const broken = failure === 'final' ? { broken: 'signed-out' } : {};
      // Where not even this is taken, the lease ends by itself.
      await rows.settle(row, owner, { ...known, ...broken }).catch(() => {});
      throw error;
    }
  }

  async function turn(seen: Credential): Promise<Credential> {
    for (;;) {
      const row = await rows.read(seen.holder);
      if (!row || row.broken !== null) throw new GrantRefused('final', 'HighLevel has signed this location out');
      if (row.rotation !== seen.rotation) return row;
      if (await rows.lease(row, owner, leaseLife)) await pending.track(() => redeemLeased(row));
      else await wait(glance);
    }
  }

  /** The credential after `seen`: redeemed by us, by another request, or by another process. Throws `GrantRefused`. */
  return function next(seen: Credential): Promise<Credential> {
    const known = running.get(seen.holder);
    if (known) return known;
    const promise = turn(seen).finally(() => running.delete(seen.holder));
    running.set(seen.holder, promise);
    return promise;
  };
}
