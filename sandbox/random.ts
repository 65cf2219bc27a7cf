const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const hexDigits = '0123456789abcdef';

/** Deterministic random numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different items, in the list's order. */
  some<T>(list: readonly T[], count: number): T[];
  /** 20 letters and digits, the form of HighLevel's ids of contacts, tasks, notes, users, locations and calendars. */
  id(): string;
  /** 24 hex digits, the form of HighLevel's ids of businesses. */
  hex(): string;
  uuid(): string;
  /** An independent generator: drawing more from one does not change the other. */
  fork(label: string): Random;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const draw = (symbols: string, length: number) => {
    let text = '';
    for (let index = 0; index < length; index++) text += symbols[below(symbols.length)];
    return text;
  };
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from an empty list');
    return item;
  };
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (list, count) => {
      const left = [...list];
      while (left.length > count) left.splice(below(left.length), 1);
      return left;
    },
    id: () => draw(alphabet, 20),
    hex: () => draw(hexDigits, 24),
    uuid: () =>
      `${draw(hexDigits, 8)}-${draw(hexDigits, 4)}-4${draw(hexDigits, 3)}-a${draw(hexDigits, 3)}-${draw(hexDigits, 12)}`,
    fork: (label) => createRandom(hash(label, seed)),
  };
}

/** FNV-1a: similar labels give unrelated seeds. */
function hash(text: string, seed: number): number {
  let value = (2166136261 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619) >>> 0;
  return value;
}
