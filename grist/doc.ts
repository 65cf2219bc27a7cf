/** A cell as Grist stores it: a plain value, or an encoded one such as `['L', 'a', 'b']`, `['R', 'People', 3]` or `['C']` (censored). */
export type CellValue = number | string | boolean | null | readonly unknown[];

/** A table by column, row ids under `id`; every column is as long as `id`. */
export interface TableData {
  readonly id: readonly number[];
  readonly [colId: string]: readonly CellValue[];
}

/** One of Grist's user actions, e.g. `['UpdateRecord', 'People', 3, { City: 'Nairobi' }]`. */
export type UserAction = readonly [name: string, ...parts: readonly unknown[]];

/** Grist refused or failed. The message is Grist's own, for the log of a curious admin. */
export type GristCode = 'read-only' | 'access-rule' | 'no-access' | 'row-gone' | 'column-gone' | 'formula' | 'unknown';

/** What every adapter and everything above it throws for Grist. */
export class GristError extends Error {
  override readonly name = 'GristError';
  readonly code: GristCode;
  constructor(code: GristCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** One document, wherever it is. Both adapters answer raw cells by column, so all above them is the same code. */
export interface GristDoc {
  /** The whole table, or the rows whose columns hold one of the given values. Throws `GristError`. */
  fetchTable(tableId: string, where?: Readonly<Record<string, readonly CellValue[]>>): Promise<TableData>;
  /** Applies actions as one bundle, all or nothing, and returns what each returned. Throws `GristError`. */
  apply(actions: readonly UserAction[], description: string): Promise<readonly unknown[]>;
}
