import type { Operation } from '../../../engine/operation.ts';
import type { Database } from './database.ts';
import { type Changes, format, type KeptRecord, keptOf, nameOf } from './record.ts';
import type { SessionCopy } from './session-copy.ts';

/** What this page keeps: written to the tab's storage at once and to the database right behind. */
export interface WriteBehind {
  /** All operations of a contact. */
  keep(contactId: string, operations: readonly Operation[]): void;
  /** Looks after a record of another page that was claimed. */
  guard(record: KeptRecord): void;
  /** Makes a guarded record this page's own, with its time; what becomes of it is to be kept next. */
  adopt(record: KeptRecord, operation: Operation): void;
  /** Drops a guarded record. */
  forget(record: KeptRecord): void;
  /** Would everything that is kept be there after the tab was closed? */
  isSafe(): boolean;
  stop(): void;
}

interface WriteBehindOptions {
  scope: string;
  page: string;
  copy: SessionCopy;
  /** `null` where it is denied: then the tab's storage holds all. */
  database: Database | null;
}

export function createWriteBehind({ scope, page, copy, database }: WriteBehindOptions): WriteBehind {
  const held = new Map<string, KeptRecord>();
  /** What the database has not confirmed. */
  const pending = new Map<string, KeptRecord | null>();
  let lasting = database;
  let isWriting = false;
  let isStopped = false;
  let last = 0;

  /** Later than anything before, whatever the clock does. */
  const now = () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };

  const unconfirmed = (): Changes => (lasting ? pending : new Map([...pending, ...held]));

  function fallBack() {
    lasting = null;
    copy.write(page, unconfirmed());
  }

  async function writeBehind(database: Database) {
    isWriting = true;
    while (lasting && pending.size > 0 && !isStopped) {
      const batch = new Map(pending);
      try {
        await database.write(batch);
      } catch {
        fallBack();
        break;
      }
      if (isStopped) break;
      for (const [name, record] of batch) if (pending.get(name) === record) pending.delete(name);
      copy.write(page, unconfirmed());
    }
    isWriting = false;
  }

  function change(name: string, record: KeptRecord | null) {
    if (record) held.set(name, record);
    else held.delete(name);
    if (database) pending.set(name, record);
  }

  function flush() {
    if (isStopped) return;
    copy.write(page, unconfirmed());
    if (lasting && !isWriting) void writeBehind(lasting);
  }

  return {
    keep: (contactId, operations) => {
      const names = new Set<string>();
      let isChanged = false;
      for (const operation of operations) {
        const kept = keptOf(operation);
        if (!kept) continue;
        const record: KeptRecord = { ...kept, scope, holder: page, maker: page, format, data: operation, at: 0 };
        const name = nameOf(record);
        names.add(name);
        const known = held.get(name);
        if (known?.data === operation) continue;
        change(name, { ...record, at: known && known.text === record.text ? known.at : now() });
        isChanged = true;
      }
      for (const [name, record] of held) {
        if (record.maker !== page || record.contactId !== contactId || names.has(name)) continue;
        change(name, null);
        isChanged = true;
      }
      if (isChanged) flush();
    },
    guard: (record) => void held.set(nameOf(record), { ...record, holder: page }),
    adopt: (record, operation) => {
      const own: KeptRecord = { ...record, holder: page, maker: page, key: operation.id, format, data: operation };
      change(nameOf(own), own);
      if (nameOf(own) !== nameOf(record)) change(nameOf(record), null);
    },
    forget: (record) => {
      change(nameOf(record), null);
      flush();
    },
    isSafe: () => (lasting ? [...pending.values()].every((record) => record === null) : held.size === 0),
    stop: () => {
      isStopped = true;
    },
  };
}
