import { oneSpaced, readable } from '../characters.ts';

interface Known {
  id: string;
}

interface Index {
  /** `null`: several are called that. */
  idOf: ReadonlyMap<string, string | null>;
  termOf: ReadonlyMap<string, string>;
}

const fold = (term: string) => oneSpaced(readable(term)).toLowerCase();

function indexOf<Item extends Known>(items: readonly Item[], term: (item: Item) => string): Index {
  const idOf = new Map<string, string | null>();
  for (const item of items) {
    const key = fold(term(item));
    const other = idOf.get(key);
    idOf.set(key, other === undefined || other === item.id ? item.id : null);
  }
  return { idOf, termOf: new Map(items.map((item) => [item.id, oneSpaced(term(item))])) };
}

/** Finds things by what they are called, and back. A name that two of them share finds neither. */
export function createLookup<Item extends Known>(term: (item: Item) => string) {
  // Thousands of rows ask the same list.
  const indexes = new WeakMap<readonly Item[], Index>();
  const indexed = (items: readonly Item[]) => {
    const index = indexes.get(items) ?? indexOf(items, term);
    indexes.set(items, index);
    return index;
  };

  return {
    idOf: (items: readonly Item[], text: string) => indexed(items).idOf.get(fold(text)) ?? undefined,
    termOf: (items: readonly Item[], id: string) => indexed(items).termOf.get(id.trim()) || undefined,
  };
}
