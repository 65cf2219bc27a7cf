import type { Database } from './database.ts';
import { type Changes, format, type Kept, type KeptRecord, nameOf } from './records.ts';
import type { Shadow } from './shadow.ts';

/** What this page keeps: written to the tab's storage at once and to the database right behind. */
export interface Holding {
  /** All edits or entries' drafts of a contact, or with `tick` all ticks. */
  keep(kind: KeptRecord['kind'], contactId: string, entries: ReadonlyMap<string, Kept>): void;
  /** Looks after a record of another page that was claimed. */
  guard(record: KeptRecord): void;
  /** Makes a guarded record this page's own, with its time; what becomes of it is to be kept next. */
  adopt(record: KeptRecord): void;
  /** Would everything that is kept be there after the tab was closed? */
  isSafe(): boolean;
  stop(): void;
}

interface HoldingOptions {
  scope: string;
  page: string;
  shadow: Shadow;
  /** `null` where it is denied: then the tab's storage holds all. */
  database: Database | null;
}

function textOf(data: Kept): string {
  if ('form' in data) return JSON.stringify(data.form);
  return 'completed' in data ? '' : (data.draft?.text ?? data.save?.text ?? '');
}

export function createHolding({ scope, page, shadow, database }: HoldingOptions): Holding {
  const held = new Map<string, KeptRecord>();
  /** What the database has not confirmed. */
  const pending = new Map<string, KeptRecord | null>();
  let lasting = database;
  let isWriting = false;
  let isOver = false;
  let last = 0;

  /** Later than anything before, whatever the clock does. */
  const now = () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };

  const unconfirmed = (): Changes => (lasting ? pending : new Map([...pending, ...held]));

  function fallBack() {
    lasting = null;
    shadow.write(page, unconfirmed());
  }

  async function writeBehind(database: Database) {
    isWriting = true;
    while (lasting && pending.size > 0 && !isOver) {
      const batch = new Map(pending);
      try {
        await database.write(batch);
      } catch {
        fallBack();
        break;
      }
      if (isOver) break;
      for (const [name, record] of batch) if (pending.get(name) === record) pending.delete(name);
      shadow.write(page, unconfirmed());
    }
    isWriting = false;
  }

  function change(name: string, record: KeptRecord | null) {
    if (record) held.set(name, record);
    else held.delete(name);
    if (database) pending.set(name, record);
  }

  function flush() {
    if (isOver) return;
    shadow.write(page, unconfirmed());
    if (lasting && !isWriting) void writeBehind(lasting);
  }

  return {
    keep: (kind, contactId, entries) => {
      const blank = { scope, holder: page, maker: page, kind, contactId, format };
      const names = new Set<string>();
      let isChanged = false;
      for (const [key, data] of entries) {
        const record: KeptRecord = { ...blank, key, data, text: textOf(data), at: 0 };
        const name = nameOf(record);
        names.add(name);
        const known = held.get(name);
        if (known?.data === data) continue;
        change(name, { ...record, at: known && known.text === record.text ? known.at : now() });
        isChanged = true;
      }
      for (const [name, record] of held) {
        if (record.maker !== page || record.kind !== kind || record.contactId !== contactId) continue;
        if (names.has(name)) continue;
        change(name, null);
        isChanged = true;
      }
      if (isChanged) flush();
    },
    guard: (record) => void held.set(nameOf(record), { ...record, holder: page }),
    adopt: (record) => {
      const own: KeptRecord = { ...record, holder: page, maker: page, format };
      change(nameOf(own), own);
      if (record.maker !== page) change(nameOf(record), null);
    },
    isSafe: () => (lasting ? [...pending.values()].every((record) => record === null) : held.size === 0),
    stop: () => {
      isOver = true;
    },
  };
}
