import type { EntryTable } from '../../grist/entry-table.ts';
import type { EntryBase, EntryValues } from '../../sync/entries.ts';
import type { Agreed, AgreedByName } from '../state.ts';

/** An entry table, as agreements name it. */
export type TableRef = Pick<EntryTable, 'kind' | 'tableId' | 'columns'>;

/** Longer texts are kept as their length and a digest, enough to see whether they changed. */
const longest = 100;

/**
 * The key of an agreement under which the table's columns stand. Another column for a value is blank at first: compared with
 * what the former one held, it would look emptied.
 */
const columnsKey = '@';

function digestOf(text: string): string {
  // FNV-1a, twice: that two texts have one length and both digests is less likely than that a disk fails.
  let [one, two] = [0x811c9dc5, 0x1000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
  }
  return `#${text.length}.${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}

const shortened = (text: string) => (text.length > longest ? digestOf(text) : text);

const columnsOf = ({ columns }: TableRef) =>
  digestOf(JSON.stringify(Object.entries(columns).toSorted(([one], [other]) => (one < other ? -1 : 1))));

/** The name under which the state keeps what is agreed on about an entry. */
const nameOf = ({ kind, tableId }: TableRef, id: string) => `mirror:${kind}:${id}@${tableId}`;

/**
 * Reads what is agreed on about an entry; `null` where nothing is. Before there were leases a client that was about to add a row
 * wrote its claim in this place (`{"claim":"…"}`): that is no agreement.
 */
function valuesIn(agreed: Agreed | undefined, table: TableRef): EntryValues | null {
  let stored: unknown;
  try {
    stored = JSON.parse(agreed?.value ?? 'null');
  } catch {
    return null;
  }
  if (typeof stored !== 'object' || stored === null || 'claim' in stored) return null;
  const { [columnsKey]: columns, ...values } = stored as Record<string, unknown>;
  // Agreements that do not say their columns are older than that.
  if (columns !== undefined && columns !== columnsOf(table)) return {};
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, String(text)]));
}

/**
 * What is agreed on about entries of a table, out of all that is agreed on about their contact. `sides`: the values that each
 * of the entries has on either side; long texts are recognised among them.
 */
export function agreedEntries(
  all: AgreedByName,
  table: TableRef,
  sides: ReadonlyMap<string, readonly EntryValues[]>,
): EntryBase {
  const found = [...sides].flatMap(([id, candidates]) => {
    const values = valuesIn(all[nameOf(table, id)], table);
    if (!values) return [];
    const whole = Object.entries(values).map(([key, text]) => {
      const match = text.startsWith('#') && candidates.find((candidate) => shortened(candidate[key] ?? '') === text);
      return [key, match ? (match[key] ?? '') : text] as const;
    });
    return [[id, Object.fromEntries(whole)] as const];
  });
  return new Map(found);
}

/** Values of entries that both sides hold, under the names of the state and together with what was agreed on before. */
export function entryNames(all: AgreedByName, table: TableRef, news: EntryBase): Readonly<Record<string, string>> {
  const named = [...news].map(([id, values]) => {
    const name = nameOf(table, id);
    const short = Object.entries(values).map(([key, text]) => [key, shortened(text)]);
    const next = { ...valuesIn(all[name], table), ...Object.fromEntries(short), [columnsKey]: columnsOf(table) };
    return [name, JSON.stringify(next)];
  });
  return Object.fromEntries(named);
}
