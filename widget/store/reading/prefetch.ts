import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Api, RateLimitReport } from '../../../highlevel/client.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Access } from '../connecting/session.ts';
import type { Troubles } from '../troubles.ts';
import type { Cache } from './cache.ts';
import { createListsAhead } from './lists-ahead.ts';
import { cancelRecords, freshFor, loadRecords, type Records } from './records.ts';
import type { Selection } from './selection.ts';

/** How many contacts are read ahead, and how long the cursor has stood still and all has been calm before, in milliseconds. */
const ahead = 2;
const calm = 300;
/** Milliseconds on a row after which the next ones are listed: a held key passes faster. */
const listAfter = 200;
/** What a contact takes of HighLevel's budget: its own, its tasks, its notes, its appointments. */
const perContact = 4;
/** The order of the rows is asked for again after this, in milliseconds. */
const orderFor = 60_000;

export interface PrefetchOptions {
  section: Pick<Section, 'whole'>;
  selection: Selection;
  records: Cache<Records>;
  troubles: Troubles;
  online: ReadonlySignal<boolean>;
  api: () => Promise<Api>;
  access: Pick<Access, 'locationId'>;
}

type Place = Pick<Row, 'rowId' | 'contactId'>;

/** The contacts that come next, nearest first, when the given rows follow each other, up or down, in the rows' order. */
function nextOf(order: readonly Place[], visited: readonly number[]): readonly string[] {
  const linked = order.filter(({ contactId }) => contactId !== '');
  const places = visited.map((id) => linked.findIndex(({ rowId }) => rowId === id));
  const [from = -1, here = -1] = places.slice(-2);
  const step = here - from;
  const isWalk = places.every((place, index) => place >= 0 && place === here - step * (places.length - 1 - index));
  if (!isWalk || Math.abs(step) !== 1) return [];
  const next = step > 0 ? linked.slice(here + 1) : linked.slice(0, here).reverse();
  return [...new Set(next.map(({ contactId }) => contactId))].filter((id) => id !== linked[here]?.contactId);
}

/** Half of HighLevel's window, and a tenth of its day, are left to people and to what they do next. */
function isSpare(heard: RateLimitReport | null, requests: number, now: number): boolean {
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

/**
 * Reads ahead where somebody goes through the rows one by one: the next two contacts whole while the cursor rests, lists of the
 * next twenty while it walks. Ends with the returned function.
 */
export function createPrefetch(options: PrefetchOptions): () => void {
  const { section, selection, records, troubles, online, api, access } = options;
  let rested: readonly number[] = [];
  let visited: readonly number[] = [];
  let running: Records | null = null;
  let turn = 0;
  let known: { order: Promise<readonly Place[]>; at: number } | null = null;

  const mayGo = (to: Api, requests: number) =>
    document.visibilityState === 'visible' &&
    online.peek() &&
    !wantsLess() &&
    troubles.waiting.peek() === 0 &&
    troubles.limitedUntil.peek() === null &&
    isSpare(to.lastRateLimit(), requests, Date.now());
  const listAhead = createListsAhead({ records, api, locationId: access.locationId, mayGo });

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
    const order = await known.order.catch(() => null);
    if (!visited.every((id) => order?.some(({ rowId }) => rowId === id))) known = null;
    return order ?? [];
  }

  async function run() {
    const mine = turn;
    const isMine = () => mine === turn;
    const to = await api();
    const mayRead = () => isMine() && !troubles.loading.peek() && mayGo(to, perContact);
    if (rested.length < 3 || !mayRead()) return;
    for (const contactId of nextOf(await readOrder(), rested).slice(0, ahead)) {
      if (!mayRead()) return;
      const next = records.open(contactId);
      running = next;
      await loadRecords(next, freshFor, { priority: 'low' });
      if (isMine()) running = null;
    }
  }

  async function listNext() {
    listAhead(nextOf(await readOrder(), visited));
  }

  const stops = [
    effect(() => {
      // Any move ends what was begun for another row.
      selection.contactId.value;
      untracked(stop);
      const rowId = selection.row.peek()?.rowId;
      if (rowId === undefined) return;
      if (rowId !== visited.at(-1)) visited = [...visited, rowId].slice(-2);
      if (visited.length < 2) return;
      const timer = setTimeout(() => void listNext(), listAfter);
      return () => clearTimeout(timer);
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
        run().catch(() => {});
      }, calm);
      return () => clearTimeout(timer);
    }),
  ];
  return () => {
    for (const end of stops) end();
    stop();
  };
}
