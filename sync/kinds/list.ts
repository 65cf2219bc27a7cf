import { oneSpaced, readable } from '../characters.ts';

/** The items of a list that has one a line, as a person reads them. */
export const itemsOf = (text: string): string[] => readable(text).split('\n').map(oneSpaced).filter(Boolean);

/** Neither order nor repetition counts. */
export const sameItems = (left: string, right: string): boolean => {
  const [one, other] = [left, right].map((text) => JSON.stringify([...new Set(itemsOf(text))].sort()));
  return one === other;
};
