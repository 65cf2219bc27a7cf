import type { Base } from './base.ts';
import { type Failure, reasonOf } from './failure.ts';
import type { Agreement, Intent, Outcome, Result, SyncState } from './state.ts';

/** Milliseconds before what could not be written is written again. */
const pause = 5_000;
/** Outcomes that may wait; beyond that an intent without outcome is what the log shows. */
const cap = 200;
/** What the state takes in one call. */
const most = { lines: 200, values: 1_000, keys: 200 };

/** Values that both sides hold, by the contact that they belong to. */
export interface Equal {
  contactId: string;
  /** By the names of the base. */
  values: Readonly<Record<string, string>>;
}

/** What the log needs to know about how an intent ended. */
export interface Ended {
  id: string;
  result: Result;
  failure?: Failure | null;
}

/** Leases that end when what was done under them is written. */
export interface Lease {
  holder: string;
  keys: readonly string[];
}

/** The log of the document: intents before a change, outcomes and agreements after it. */
export interface Log {
  /** Rejects with `HighLevelError` when the log cannot be written: then nothing may be changed. */
  begin(intents: readonly Intent[]): Promise<void>;
  /** Writes outcomes together with what both sides hold now. Never rejects: outcomes are repeated until they are written. */
  finish(ended: readonly Ended[], equal?: readonly Equal[]): void;
  /** Writes at once what both sides hold. Rejects with `HighLevelError`. */
  agree(equal: readonly Equal[]): Promise<void>;
  /** Collects what is finished until the returned function is called; then all of it is one call, and the lease ends with it. */
  collect(): (lease?: Lease) => void;
  dispose(): void;
}

interface Batch {
  outcomes: readonly Outcome[];
  agreements: readonly Agreement[];
}

const chunks = <Item>(items: readonly Item[], size: number): (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Splits a batch into what the state takes in one call each. It takes a name once: the last value follows what the first one did. */
function partsOf({ outcomes, agreements }: Batch): Batch[] {
  const values = new Map<string, { contactId: string; name: string; value: string; version: number }>();
  for (const { contactId, fields } of agreements) {
    for (const [name, { value, version }] of Object.entries(fields)) {
      const key = `${contactId} ${name}`;
      values.set(key, { contactId, name, value, version: values.get(key)?.version ?? version });
    }
  }
  const equal = chunks([...values.values()], most.values).map((some) => {
    const byContact = new Map<string, Record<string, { value: string; version: number }>>();
    for (const { contactId, name, value, version } of some) {
      const fields = byContact.get(contactId) ?? {};
      fields[name] = { value, version };
      byContact.set(contactId, fields);
    }
    return [...byContact].map(([contactId, fields]) => ({ contactId, fields }));
  });
  const lines = chunks(outcomes, most.lines);
  return Array.from({ length: Math.max(lines.length, equal.length) }, (_, at) => ({
    outcomes: lines[at] ?? [],
    agreements: equal[at] ?? [],
  }));
}

export function createLog(state: SyncState, base: Base): Log {
  let waiting: readonly Outcome[] = [];
  let collected: Batch = { outcomes: [], agreements: [] };
  let collectors = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const proposed = (equal: readonly Equal[]) =>
    equal.flatMap(({ contactId, values }) => base.propose(contactId, values) ?? []);

  async function send(batch: Batch, lease?: Lease): Promise<void> {
    const parts = partsOf(batch);
    const keys = chunks(lease?.keys ?? [], most.keys);
    const last = lease && { ...lease, keys: keys.pop() ?? [] };
    for (const part of parts.slice(0, -1)) await sendPart(part);
    const rest = parts.at(-1);
    if (rest) await sendPart(rest, last);
    else if (last) keys.push(last.keys);
    // A lease that could not be ended ends by itself.
    for (const some of keys) await state.release(lease?.holder ?? '', some).catch(() => {});
  }

  async function sendPart({ outcomes, agreements }: Batch, lease?: Lease): Promise<void> {
    try {
      base.put(
        await (outcomes.length === 0 && !lease ? state.agree(agreements) : state.finish(outcomes, agreements, lease)),
      );
    } catch {
      // Nothing is lost with an agreement: equal values are agreed on whenever they are next seen.
      base.forget(agreements.map(({ contactId }) => contactId));
      waiting = [...waiting, ...outcomes].slice(0, cap);
      timer ??= setTimeout(repeat, pause);
    }
  }

  function repeat() {
    timer = undefined;
    const outcomes = waiting;
    waiting = [];
    void send({ outcomes, agreements: [] });
  }

  return {
    begin: async (intents) => {
      for (const some of chunks(intents, most.lines)) await state.begin(some);
    },
    finish(ended, equal = []) {
      const batch: Batch = {
        outcomes: ended.map(({ id, result, failure }) => ({
          id,
          result,
          ...(failure && { reason: reasonOf(failure) }),
        })),
        agreements: proposed(equal),
      };
      if (collectors === 0) void send(batch);
      else
        collected = {
          outcomes: [...collected.outcomes, ...batch.outcomes],
          agreements: [...collected.agreements, ...batch.agreements],
        };
    },
    async agree(equal) {
      const agreements = proposed(equal);
      if (agreements.length > 0) base.put(await state.agree(agreements));
    },
    collect() {
      collectors++;
      return (lease) => {
        collectors--;
        const batch = collected;
        collected = { outcomes: [], agreements: [] };
        void send(batch, lease);
      };
    },
    dispose: () => clearTimeout(timer),
  };
}
