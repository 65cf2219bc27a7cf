import { type DBSchema, openDB } from 'idb';
import { type Changes, isStale, type KeptRecord, keyOf, nameOf, type RecordKey } from './record.ts';

const patience = 3_000;
/** Ticks may go when there is more than this; typed text never goes by itself. */
const cap = 2_000;

interface Schema extends DBSchema {
  kept: { key: RecordKey; value: KeptRecord; indexes: { holder: [string, string] } };
}

/** What outlives tabs: one store for all documents of this proxy in this browser. Everything rejects when it is denied. */
export interface Database {
  /** Pages that left something, or are at it. */
  holders(scope: string): Promise<readonly string[]>;
  /** Hands all that one page holds to another, with changes of its last moments. All or nothing. */
  claim(scope: string, from: string, to: string, last: Changes): Promise<readonly KeptRecord[]>;
  write(changes: Changes): Promise<void>;
  /** Drops ticks that are old, and the oldest ones where there is too much. */
  sweep(): Promise<void>;
  close(): void;
}

/** Opens it. Rejects where frames are denied their storage, and when it does not open in 3 seconds. */
export async function openDatabase(): Promise<Database> {
  const opening = openDB<Schema>('highlevel-panel', 1, {
    upgrade: (db) => void db.createObjectStore('kept', keyPath).createIndex('holder', ['scope', 'holder']),
    // A page of a later version waits for this one to let go.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const db = await Promise.race([opening, failAfter(patience)]);

  return {
    holders: async (scope) => {
      const all = await db.getAllFromIndex('kept', 'holder', IDBKeyRange.bound([scope], [scope, []]));
      return [...new Set(all.map(({ holder }) => holder))];
    },
    claim: async (scope, from, to, last) => {
      const { store, done } = db.transaction('kept', 'readwrite');
      const there = await store.index('holder').getAll([scope, from]);
      const newest = new Map<string, KeptRecord | null>(there.map((record) => [nameOf(record), record]));
      for (const [name, record] of last) newest.set(name, record);
      const claimed: KeptRecord[] = [];
      for (const [name, record] of newest) {
        if (record) claimed.push({ ...record, holder: to });
        else store.delete(JSON.parse(name));
      }
      for (const record of claimed) store.put(record);
      await done;
      return claimed;
    },
    write: async (changes) => {
      const { store, done } = db.transaction('kept', 'readwrite');
      for (const [name, record] of changes) {
        if (record) store.put(record);
        else store.delete(JSON.parse(name));
      }
      await done;
    },
    sweep: async () => {
      const { store, done } = db.transaction('kept', 'readwrite');
      const all = await store.getAll();
      const ticks = all.filter(({ kind }) => kind === 'tick').sort((a, b) => a.at - b.at);
      const excess = ticks.slice(0, Math.max(0, all.length - cap));
      for (const tick of new Set([...excess, ...ticks.filter((tick) => isStale(tick))])) {
        store.delete(keyOf(tick));
      }
      await done;
    },
    close: () => db.close(),
  };
}

const keyPath = { keyPath: ['scope', 'maker', 'kind', 'contactId', 'key'] };

const failAfter = (milliseconds: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database does not open')), milliseconds);
  });
