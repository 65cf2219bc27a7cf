import plugin from 'grist-plugin-api';
import type { CellValue } from '../../grist/doc.ts';
import type { PluginDocApi } from '../../grist/plugin.ts';
import type { AccessLevel } from './port.ts';

/** Our column name → the `colId` that the person chose, or `null`. The whole map is `null` until one is chosen. */
export type ColumnMap = Readonly<Record<string, string | readonly string[] | null>>;

/** What Grist tells a section. Cursor, data and options arrive as one stream; each message holds one of them. */
export interface GristMessage {
  tableId?: string;
  rowId?: number | 'new';
  mappingsChange?: boolean;
  /** Rows or columns of the table changed, or where the person put them. */
  dataChange?: boolean;
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

/** The few parts of Grist's plugin API that this panel uses (Grist 1.6 and later have them all). */
export interface GristApi {
  ready(settings: { requiredAccess: AccessLevel; columns: readonly ColumnToMap[]; onEditOptions(): void }): void;
  on(event: 'message', callback: (message: GristMessage) => void): void;
  enableKeyboardShortcuts?(): void;
  setOption(name: string, value: unknown): Promise<void>;
  setCursorPos?(position: { rowId: number }): Promise<void>;
  sectionApi: { mappings(): Promise<ColumnMap | null> };
  docApi: PluginDocApi & {
    getDocName(): Promise<string>;
    getAccessToken(options: { readOnly?: boolean }): Promise<{ token: string; baseUrl: string }>;
    fetchSelectedRecord(
      rowId: number,
      options: { keepEncoded: boolean; expandRefs: boolean },
    ): Promise<Readonly<Record<string, CellValue | undefined>>>;
    /** The section's own rows, sorted and filtered as it shows them, by column. */
    fetchSelectedTable(options: {
      keepEncoded: boolean;
      format: 'columns';
      expandRefs: boolean;
    }): Promise<Readonly<Record<string, readonly CellValue[]>>>;
  };
}

/** The parts that are about the document. */
export type DocumentApi = Pick<GristApi, 'docApi' | 'setCursorPos'>;

/**
 * Finds Grist, or `null` when the page stands alone. The package hands on `window.grist`, which the script before us has
 * made; that script makes it outside Grist too, where nobody would answer.
 */
export function findGrist(): GristApi | null {
  return window.parent === window ? null : (plugin as unknown as GristApi | null);
}
