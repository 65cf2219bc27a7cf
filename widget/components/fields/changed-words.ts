/** A run of words; `changed` if the other text lacks it. */
export interface Run {
  text: string;
  changed: boolean;
}

/** Longer texts are not compared by words, because half of them would be highlighted and it would be slow. */
const maxWords = 200;

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** Splits a text into runs of words that it shares with another text, in order, and runs that it does not. */
export function changedWords(text: string, other: string): Run[] {
  const [here, there] = [wordsOf(text), wordsOf(other)];
  if (here.length > maxWords || there.length > maxWords) return [{ text, changed: text !== other }];
  const shared = longestShared(here, there);
  const runs: Run[] = [];
  for (const [index, word] of here.entries()) {
    const changed = !shared.has(index);
    const last = runs.at(-1);
    // White space belongs to the preceding run.
    if (last && (last.changed === changed || word.trim() === '')) last.text += word;
    else runs.push({ text: word, changed });
  }
  return runs;
}

/** The indexes in `here` of the longest common subsequence with `there`. */
function longestShared(here: readonly string[], there: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: here.length + 1 }, () => new Uint16Array(there.length + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = here.length - 1; row >= 0; row--) {
    for (let column = there.length - 1; column >= 0; column--) {
      const length =
        here[row] === there[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as Uint16Array)[column] = length;
    }
  }
  const shared = new Set<number>();
  for (let row = 0, column = 0; row < here.length && column < there.length; ) {
    if (here[row] === there[column]) {
      shared.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return shared;
}
