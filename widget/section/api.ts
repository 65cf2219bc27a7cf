import plugin from 'grist-plugin-api';
import type { AccessLevel } from './port.ts';

/** A cell as Grist sends it encoded: lists and special values are arrays that begin with a letter. */
export type CellValue = null | boolean | number | string | readonly [string, ...unknown[]];

export type UserAction = readonly [name: string, ...args: unknown[]];

/** Our column name → the `colId` that the person chose, or `null`. The whole map is `null` until one is chosen. */
export type ColumnMap = Readonly<Record<string, string | readonly string[] | null>>;

/** What Grist tells a section. Cursor, data and options arrive as one stream; each message holds one of them. */
export interface GristMessage {
  tableId?: string;
  rowId?: number | 'new';
  mappingsChange?: boolean;
  options?: Readonly<Record<string, unknown>> | null;
  settings?: { accessLevel?: AccessLevel; linking?: { asTarget?: string | null } };
}

export interface ColumnToMap {
  name: string;
  title: string;
  description?: string;
  type?: string;
  optional: boolean;
  allowMultiple?: boolean;
}

/** A table by column: `id` and every colId, each a list as long as the table. */
export type TableData = Readonly<Record<string, readonly CellValue[]>>;

/** The few parts of Grist's plugin API that this panel uses (Grist 1.6 and later have them all). */
export interface GristApi {
  ready(settings: { requiredAccess: AccessLevel; columns: readonly ColumnToMap[]; onEditOptions(): void }): void;
  on(event: 'message', callback: (message: GristMessage) => void): void;
  enableKeyboardShortcuts?(): void;
  setOption(name: string, value: unknown): Promise<void>;
  setCursorPos?(position: { rowId: number }): Promise<void>;
  sectionApi: { mappings(): Promise<ColumnMap | null> };
  docApi: {
    getDocName(): Promise<string>;
    getAccessToken(options: { readOnly?: boolean }): Promise<{ token: string; baseUrl: string }>;
    fetchTable(tableId: string): Promise<TableData>;
    fetchSelectedRecord(
      rowId: number,
      options: { keepEncoded: boolean; expandRefs: boolean },
    ): Promise<Readonly<Record<string, CellValue | undefined>>>;
    /** The section's own rows, sorted and filtered as it shows them, by column. */
    fetchSelectedTable(options: { keepEncoded: boolean; format: 'columns'; expandRefs: boolean }): Promise<TableData>;
    applyUserActions(actions: readonly UserAction[], options: { desc: string }): Promise<unknown>;
  };
}

/**
 * Finds Grist, or `null` when the page stands alone. The package hands on `window.grist`, which the script before us has
 * made; that script makes it outside Grist too, where nobody would answer.
 */
export function findGrist(): GristApi | null {
  return window.parent === window ? null : (plugin as unknown as GristApi | null);
}
