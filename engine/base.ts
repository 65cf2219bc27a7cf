import type { Values } from '../sync/cells.ts';
import type { FieldRef } from '../sync/refs.ts';
import type { Agreed, AgreedByName, Agreement, SyncState } from './state.ts';

/** A row of a table and its contact: two rows of one contact agree with HighLevel each by themselves. */
export interface RowRef {
  tableId: string;
  rowId: number;
  contactId: string;
}

const suffixOf = ({ tableId, rowId }: Pick<RowRef, 'tableId' | 'rowId'>) => `@${tableId}.${rowId}`;

/** What a row and HighLevel last agreed on, out of all that is agreed on about the contact. */
export function rowAgreements(row: RowRef, all: AgreedByName): ReadonlyMap<FieldRef, Agreed> {
  const suffix = suffixOf(row);
  return new Map(
    Object.entries(all).flatMap(([name, agreed]) =>
      name.endsWith(suffix) ? [[name.slice(0, -suffix.length) as FieldRef, agreed] as const] : [],
    ),
  );
}

/** The fields on which HighLevel agreed with another row of the contact. */
export function agreedElsewhere(row: RowRef, all: AgreedByName): ReadonlySet<FieldRef> {
  const others = Object.keys(all).filter((name) => !name.endsWith(suffixOf(row)));
  return new Set(others.map((name) => name.slice(0, name.lastIndexOf('@')) as FieldRef));
}

/** The values of a row under the names of the base. */
export const rowNames = (row: RowRef, values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field + suffixOf(row), value]])),
  );

/** What is known here of the base. It belongs to all who work in the document, so it may be older than the state's. */
export interface Base {
  /** All that is agreed on about a contact; `undefined` until it was read. */
  of(contactId: string): AgreedByName | undefined;
  /** Reads contacts again. Rejects with `HighLevelError`. */
  load(contactIds: readonly string[]): Promise<void>;
  /**
   * Counts values as agreed on at once, so that nothing looks changed until the state answers, and returns what the state is to
   * be asked for; `null` where nothing is new.
   */
  propose(contactId: string, values: Readonly<Record<string, string>>): Agreement | null;
  /** Takes over the state's answer: it has the last word. */
  put(answer: Readonly<Record<string, AgreedByName>>): void;
  /** Drops what was proposed and did not reach the state. */
  forget(contactIds: readonly string[]): void;
}

/** Contacts whose agreements are remembered; those of any other are read again when they are needed. */
const cap = 300;

/** `onChange` is called with the contacts whose agreements changed here. */
export function createBase(
  state: Pick<SyncState, 'readBase'>,
  onChange: (contactIds: readonly string[]) => void = () => {},
): Base {
  const known = new Map<string, AgreedByName>();

  function put(contactId: string, fresh: AgreedByName) {
    const before = known.get(contactId) ?? {};
    known.delete(contactId);
    known.set(contactId, { ...before, ...fresh });
    if (known.size > cap) known.delete([...known.keys()][0] ?? '');
  }

  return {
    of: (contactId) => known.get(contactId),
    async load(contactIds) {
      const read = await state.readBase(contactIds);
      for (const contactId of contactIds) {
        const before = known.get(contactId) ?? {};
        // What was proposed meanwhile is newer than what the state had when it was read.
        const newer = Object.entries(read[contactId] ?? {}).filter(
          ([name, { version }]) => (before[name]?.version ?? 0) <= version,
        );
        put(contactId, Object.fromEntries(newer));
      }
      onChange(contactIds);
    },
    propose(contactId, values) {
      const there = known.get(contactId) ?? {};
      const news = Object.entries(values).filter(([name, value]) => there[name]?.value !== value);
      if (news.length === 0) return null;
      const versionOf = (name: string) => there[name]?.version ?? 0;
      const at = Date.now();
      if (known.has(contactId)) {
        put(
          contactId,
          Object.fromEntries(news.map(([name, value]) => [name, { value, version: versionOf(name) + 1, at }])),
        );
        onChange([contactId]);
      }
      return {
        contactId,
        fields: Object.fromEntries(news.map(([name, value]) => [name, { value, version: versionOf(name) }])),
      };
    },
    put(answer) {
      const contactIds = Object.keys(answer);
      for (const contactId of contactIds) if (known.has(contactId)) put(contactId, answer[contactId] ?? {});
      onChange(contactIds);
    },
    forget(contactIds) {
      for (const contactId of contactIds) known.delete(contactId);
      onChange(contactIds);
    },
  };
}
