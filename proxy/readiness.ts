import type { Ledger } from './idempotency/store.ts';

/** Milliseconds that an answer is valid for: however often it is requested, the database is written to once in that time. */
const validFor = 1000;
/** Milliseconds after which a database that does not answer counts as one that takes nothing. */
const patience = 3000;

/** Says whether the database takes writes, by writing: one that is full still answers questions. */
export function createReadiness(ledger: Pick<Ledger, 'probe'>, now: () => number = Date.now) {
  let last: { answer: Promise<boolean>; until: number } | undefined;

  function probe(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, patience, false);
    });
    const written = ledger.probe().then(
      () => true,
      () => false,
    );
    return Promise.race([written, late]).finally(() => clearTimeout(timer));
  }

  return (): Promise<boolean> => {
    if (!last || last.until <= now()) last = { answer: probe(), until: now() + validFor };
    return last.answer;
  };
}
