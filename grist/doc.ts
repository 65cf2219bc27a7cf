/** A cell as Grist stores it: a plain value, or an encoded one such as `['L', 'a', 'b']`, `['R', 'People', 3]` or `['C']` (censored). */
export type CellValue = number | string | boolean | null | readonly unknown[];

/** A table by column, row ids under `id`; every column is as long as `id`. */
export interface TableData {
  readonly id: readonly number[];
  readonly [colId: string]: readonly CellValue[];
}

/** Values by column, `id` among them: a row matches when each of these columns holds one of its values. */
export type Where = Readonly<Record<string, readonly CellValue[]>>;

/** One of Grist's user actions, e.g. `['UpdateRecord', 'People', 3, { City: 'Nairobi' }]`. */
export type UserAction = readonly [name: string, ...parts: readonly unknown[]];

/**
 * Why Grist did not do something. `column-gone` is a missing table, too. Only over REST: `rate-limited` (nothing was done) and
 * `unreachable` (no usable answer came: a bundle may have been applied or not).
 */
export type GristCode =
  | 'read-only'
  | 'access-rule'
  | 'no-access'
  | 'row-gone'
  | 'column-gone'
  | 'formula'
  | 'rate-limited'
  | 'unreachable'
  /** A cell holds another value than it did when the write was planned. */
  | 'cell-changed'
  | 'unknown';

/** What every adapter and everything above it throws for Grist. The message is Grist's own, for the log of a curious admin. */
export class GristError extends Error {
  override readonly name = 'GristError';
  readonly code: GristCode;
  constructor(code: GristCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** One document, wherever it is. Both adapters answer raw cells by column, so all above them is the same code. */
export interface GristDoc {
  /** The whole table, or the rows that match. Throws `GristError`. */
  fetchTable(tableId: string, where?: Where): Promise<TableData>;
  /** Applies actions as one bundle, all or nothing, and returns what each returned. Throws `GristError`. */
  apply(actions: readonly UserAction[], description: string): Promise<readonly unknown[]>;
}

/** A document in a user's own page of Grist, where bundles can follow from one another and still be one undo step. */
export interface PageDoc extends GristDoc {
  /**
   * Applies a bundle, then the one that follows from what the first returned. Undo in Grist takes both back at once; a failure
   * of the second leaves the first applied. Throws `GristError`.
   */
  applyBoth(
    first: readonly UserAction[],
    second: (returned: readonly unknown[]) => Promise<readonly UserAction[]>,
    description: string,
  ): Promise<void>;
}
