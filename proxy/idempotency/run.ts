import { setTimeout as wait } from 'node:timers/promises';
import { HighLevelError } from '../../highlevel/errors.ts';
import { outcomeOf } from '../../highlevel/outcome.ts';
import type { Answer } from '../upstream.ts';
import { type Effect, holdsItem, type Json, lookAlikes } from './lookups.ts';
import { type Ledger, leaseLife, type Request, type StoredAnswer } from './store.ts';

/** What a create does at HighLevel. Both throw `HighLevelError`. */
export interface Work {
  effect: Effect;
  body: Json;
  /** Sends the create. */
  send(): Promise<Answer>;
  /** Reads the list in which its effect would be found. */
  look(): Promise<unknown>;
}

const idsOf = (items: readonly Json[]) => items.map(({ id }) => String(id));

/** What came of it is the truth also where it cannot be written down: the intent is, and a repeat looks before it sends. */
const noted = (writing: Promise<void>): Promise<void> => writing.catch(() => {});

/** The lookup may be rate-limited: then the error says for how long. */
function unsettled(cause?: unknown): HighLevelError {
  const limited = cause instanceof HighLevelError && cause.code === 'rate-limited';
  return new HighLevelError(
    limited ? 'rate-limited' : 'unreachable',
    'HighLevel did not say whether it was done. Trying again looks before it sends.',
    {
      cause,
      unknownOutcome: true,
      ...(limited && { retryAfter: cause.details.retryAfter, reason: cause.details.reason }),
    },
  );
}

const usedOtherwise = () => new HighLevelError('conflict', 'This idempotency key was used for another request.');

const going = () =>
  new HighLevelError('unreachable', 'The first try is still going. Trying again gets its answer.', {
    status: 503,
    retryAfter: 2,
    unknownOutcome: true,
  });

/** How long a repeat waits for the try of another process, which may be dead: until that one's lease is over. */
const patience = leaseLife + 1500;
/** How long to wait between two looks at whether it has ended. */
const glance = 100;

/**
 * Gives one create one effect, however often it is requested: a repeat gets the first answer, and an unknown outcome is
 * settled by looking for the effect before anything is sent again.
 */
export function createOnce(ledger: Ledger) {
  const running = new Map<string, { fingerprint: string; answer: Promise<StoredAnswer> }>();

  async function send(id: string, { send }: Work): Promise<StoredAnswer> {
    const renewal = setInterval(() => void ledger.renew(id).catch(() => {}), leaseLife / 3);
    try {
      const answer = await send();
      const outcome = outcomeOf(answer);
      // A success that does not hold what it made is not HighLevel's.
      if (outcome === 'unknown' || (outcome === 'settled' && !holdsItem(answer.body))) throw unsettled();
      // Nothing was made: its reason may pass, so the key stays free.
      await noted(outcome === 'refused' ? ledger.forget(id) : ledger.done(id, answer));
      return answer;
    } catch (error) {
      const unknown = !(error instanceof HighLevelError) || error.details.unknownOutcome === true;
      await noted(unknown ? ledger.unknown(id) : ledger.forget(id));
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  /** The effect of an earlier try, if HighLevel has it now. */
  async function adopt(
    id: string,
    { effect, body, look }: Work,
    known: readonly string[],
  ): Promise<StoredAnswer | undefined> {
    const [made] = lookAlikes(effect, await look(), body).filter((item) => !known.includes(String(item.id)));
    if (!made) return undefined;
    const answer = { status: effect.status, body: JSON.stringify(effect.wrapper ? { [effect.wrapper]: made } : made) };
    await noted(ledger.done(id, answer));
    return answer;
  }

  async function settle(id: string, work: Work, known: readonly string[]): Promise<StoredAnswer> {
    let made: StoredAnswer | undefined;
    try {
      made = await adopt(id, work, known);
    } catch (error) {
      await noted(ledger.unknown(id));
      throw unsettled(error);
    }
    return made ?? send(id, work);
  }

  /** The answer to a create whose stored answer no key opens any more: what it made, as HighLevel has it now. */
  async function remade(id: string, work: Work, known: readonly string[]): Promise<StoredAnswer> {
    const made = await adopt(id, work, known);
    if (!made) throw new HighLevelError('conflict', 'This was done before, and is not at HighLevel any more.');
    return made;
  }

  async function first(request: Request, work: Work): Promise<StoredAnswer> {
    const id = ledger.idOf(request);
    const known = idsOf(lookAlikes(work.effect, await work.look(), work.body));
    if (await ledger.intend(request, known)) {
      try {
        return await send(id, work);
      } catch (error) {
        if (!(error instanceof HighLevelError && error.details.unknownOutcome)) throw error;
        const made = await adopt(id, work, known).catch(() => undefined);
        if (made) return made;
        throw error;
      }
    }
    return again(request, work);
  }

  async function again(request: Request, work: Work): Promise<StoredAnswer> {
    const id = ledger.idOf(request);
    for (const until = performance.now() + patience; ; await wait(glance)) {
      const row = await ledger.find(id);
      if (!row) return first(request, work);
      if (row.fingerprint !== ledger.fingerprintOf(request)) throw usedOtherwise();
      if (row.state === 'done') return ledger.answer(row) ?? remade(id, work, JSON.parse(row.known) as string[]);
      if (!ledger.isGoing(row) && (await ledger.takeOver(row))) {
        return settle(id, work, JSON.parse(row.known) as string[]);
      }
      if (performance.now() > until) throw going();
    }
  }

  return function once(request: Request, work: Work): Promise<StoredAnswer> {
    const id = ledger.idOf(request);
    const fingerprint = ledger.fingerprintOf(request);
    const known = running.get(id);
    if (known) return known.fingerprint === fingerprint ? known.answer : Promise.reject(usedOtherwise());
    const answer = again(request, work).finally(() => running.delete(id));
    running.set(id, { fingerprint, answer });
    return answer;
  };
}

export type Once = ReturnType<typeof createOnce>;
