import type { UserAction } from './doc.ts';

const rowsAtMost = 500;
const bytesAtMost = 900_000;

/** A part of a bundle that Grist takes at once. `positions[i]` is where the i-th action stood before. */
export interface Bundle {
  actions: readonly UserAction[];
  positions: readonly number[];
}

type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Splits a bundle into such as Grist takes; one that is small enough stays as it is. */
export function splitActions(actions: readonly UserAction[]): Bundle[] {
  const bundles: { actions: UserAction[]; positions: number[] }[] = [];
  let rows = 0;
  let bytes = 0;
  for (const [position, action] of actions.entries()) {
    for (const part of splitAction(action)) {
      const [partRows, partBytes] = [rowsIn(part), sizeOf(part)];
      const last = bundles.at(-1);
      if (last && rows + partRows <= rowsAtMost && bytes + partBytes <= bytesAtMost) {
        last.actions.push(part);
        last.positions.push(position);
        rows += partRows;
        bytes += partBytes;
      } else {
        bundles.push({ actions: [part], positions: [position] });
        rows = partRows;
        bytes = partBytes;
      }
    }
  }
  return bundles;
}

/** Adds what a bundle returned to what the actions return: the new row ids of a split action are one list again. */
export function joinResults(results: unknown[], { positions }: Bundle, returned: readonly unknown[]): void {
  for (const [index, position] of positions.entries()) {
    const [before, value] = [results[position], returned[index]];
    results[position] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : (value ?? null);
  }
}

const encoder = new TextEncoder();
const sizeOf = (action: UserAction) => encoder.encode(JSON.stringify(action)).length + 1;

const rowsIn = ([, , rowIds]: UserAction) => (Array.isArray(rowIds) ? rowIds.length : 1);

/** A bulk action too large for one bundle, in halves of halves. Any other stays whole: Grist answers for its size. */
function splitAction(action: UserAction): UserAction[] {
  const [name, tableId, rowIds, columns] = action;
  const isSmall = rowsIn(action) <= rowsAtMost && sizeOf(action) <= bytesAtMost;
  if (isSmall || !name.startsWith('Bulk') || !Array.isArray(rowIds) || rowIds.length < 2) return [action];
  const part = (from: number, to: number): UserAction => {
    const cells = Object.entries((columns ?? {}) as Columns).map(([colId, values]) => [colId, values.slice(from, to)]);
    return [name, tableId, rowIds.slice(from, to), ...(columns === undefined ? [] : [Object.fromEntries(cells)])];
  };
  const half = rowIds.length > rowsAtMost ? rowsAtMost : Math.ceil(rowIds.length / 2);
  return [...splitAction(part(0, half)), ...splitAction(part(half, rowIds.length))];
}
