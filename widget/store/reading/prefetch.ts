import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Api, RateLimitReport } from '../../../highlevel/client.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Troubles } from '../troubles.ts';
import type { Cache } from './cache.ts';
import { cancelRecords, freshFor, loadRecords, type Records } from './records.ts';
import type { Selection } from './selection.ts';

/** How many contacts are read ahead, and how long the cursor has stood still and all has been calm before, in milliseconds. */
const ahead = 2;
const calm = 300;
/** What a contact takes of HighLevel's budget: its own, its tasks, its notes, its appointments. */
const requests = 4;
/** The order of the rows is asked for again after this, in milliseconds. */
const orderFor = 60_000;

export interface PrefetchOptions {
  section: Pick<Section, 'whole'>;
  selection: Selection;
  records: Cache<Records>;
  troubles: Troubles;
  online: ReadonlySignal<boolean>;
  api: () => Promise<Api>;
}

type Place = Pick<Row, 'rowId' | 'contactId'>;

/** The contacts that come next, when the last three rows that somebody rested on follow each other in the rows' order. */
export function nextOf(order: readonly Place[], rested: readonly number[]): readonly string[] {
  const linked = order.filter(({ contactId }) => contactId !== '');
  const [before = -1, from = -1, here = -1] = rested.map((id) => linked.findIndex(({ rowId }) => rowId === id));
  if (before < 0 || from < 0 || here < 0 || rested.length < 3) return [];
  const step = here - from;
  if (Math.abs(step) !== 1 || from - before !== step) return [];
  const next = Array.from({ length: ahead }, (_, index) => linked[here + step * (index + 1)]?.contactId);
  return [...new Set(next)].filter((id) => id !== undefined && id !== linked[here]?.contactId) as string[];
}

/** Half of HighLevel's window, and a tenth of its day, are left to people and to what they do next. */
export function isSpare(heard: RateLimitReport | null, now: number): boolean {
  const told = (name: string) => Number(heard?.headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
  const [max, remaining] = [told('max'), told('remaining')];
  // Nobody knows the budget, so there is none to spare.
  if (!heard || Number.isNaN(max) || Number.isNaN(remaining)) return false;
  const isOver = now - heard.at >= (told('interval-milliseconds') || 10_000);
  const left = isOver ? max : remaining;
  const daily = told('daily-remaining');
  return left - requests >= max / 2 && !(daily < told('limit-daily') / 10);
}

const wantsLess = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Reads ahead where somebody goes through the rows one by one and rests on each. Ends with the returned function. */
export function createPrefetch({ section, selection, records, troubles, online, api }: PrefetchOptions): () => void {
  let rested: readonly number[] = [];
  let running: Records | null = null;
  let turn = 0;
  let known: { order: Promise<readonly Place[]>; at: number } | null = null;

  const mayGo = (to: Api) =>
    document.visibilityState === 'visible' &&
    online.peek() &&
    !wantsLess() &&
    !troubles.loading.peek() &&
    troubles.waiting.peek() === 0 &&
    troubles.limitedUntil.peek() === null &&
    isSpare(to.lastRateLimit(), Date.now());

  function stop() {
    turn += 1;
    if (running && running.contactId !== selection.contactId.peek()) cancelRecords(running);
    running = null;
  }

  /** Grist sends the rows of the whole section: once a minute, and when a row is not among them, is enough. */
  async function readOrder(): Promise<readonly Place[]> {
    if (!known || Date.now() - known.at > orderFor) {
      known = { order: section.whole().then((whole) => whole.inOrder()), at: Date.now() };
    }
    const order = await known.order;
    if (!rested.every((id) => order.some(({ rowId }) => rowId === id))) known = null;
    return order;
  }

  async function run() {
    const mine = turn;
    const isMine = () => mine === turn;
    const to = await api();
    if (!isMine() || !mayGo(to)) return;
    for (const contactId of nextOf(await readOrder(), rested)) {
      if (!isMine() || !mayGo(to)) return;
      const next = records.open(contactId);
      running = next;
      await loadRecords(next, freshFor, { priority: 'low' });
      if (isMine()) running = null;
    }
  }

  const stops = [
    effect(() => {
      // Any move ends what was begun for another row.
      selection.contactId.value;
      untracked(stop);
    }),
    effect(() => {
      if (selection.settled.value === '') return;
      const rowId = selection.row.peek()?.rowId;
      if (rowId !== undefined && rowId !== rested.at(-1)) rested = [...rested, rowId].slice(-3);
    }),
    effect(() => {
      const isCalm = !troubles.loading.value && troubles.waiting.value === 0;
      if (selection.settled.value === '' || !isCalm) return untracked(stop);
      const timer = setTimeout(() => {
        run().catch(() => {
          // What Grist did not tell is asked again.
          known = null;
        });
      }, calm);
      return () => clearTimeout(timer);
    }),
  ];
  return () => {
    for (const end of stops) end();
    stop();
  };
}
