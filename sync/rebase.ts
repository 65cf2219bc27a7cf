const linesOf = (text: string) => text.split('\n').filter(Boolean);
const fold = (item: string) => item.trim().toLowerCase();

/**
 * Applies to a list what a person did to the one they saw: items they added are added, items they removed are removed, and
 * what others did meanwhile stays. Lists have one item a line; case does not count.
 */
export function rebaseItems(seen: string, wanted: string, there: string): string {
  const has = (items: readonly string[], item: string) => items.some((one) => fold(one) === fold(item));
  const [before, after, now] = [linesOf(seen), linesOf(wanted), linesOf(there)];
  const kept = now.filter((item) => has(after, item) || !has(before, item));
  const added = after.filter((item) => !has(before, item) && !has(kept, item));
  return [...kept, ...added].join('\n');
}
