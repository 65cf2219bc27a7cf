import { kindOf } from '../../grist/cells.ts';
import type { CellValue } from '../../grist/doc.ts';
import type { DocumentApi } from '../../widget/section/api.ts';
import type { AccessRules } from './grist-memory/access.ts';
import type { MemoryBundle, MemoryDocument } from './grist-memory/document.ts';

interface PluginOptions {
  document: MemoryDocument;
  /** The section's own. */
  tableId: string;
  rules: AccessRules;
  /** A bundle of this page that changed something. */
  onBundle(bundle: MemoryBundle): void;
  setCursor(rowId: number): void;
}

/** The part of Grist's plugin API that is about the document, over one in memory. */
export function createFakePlugin({ document, tableId, rules, onBundle, setCursor }: PluginOptions): DocumentApi {
  /** Grist answers later, and what it answers is a copy. */
  const answer = async <T>(call: () => T): Promise<T> => {
    await Promise.resolve();
    return structuredClone(call());
  };

  /** A record comes with encoded days and references, also where a rule closes the tables about tables. */
  function encode(colId: string, cell: CellValue): CellValue {
    const { colId: colIds = [], type: types = [] } = document.fetch('_grist_Tables_column');
    const type = String(types[colIds.indexOf(colId)]);
    if (typeof cell !== 'number') return cell;
    if (kindOf(type) === 'Date') return ['d', cell];
    return kindOf(type) === 'DateTime' ? ['D', cell, type.slice('DateTime:'.length)] : cell;
  }

  return {
    setCursorPos: ({ rowId }) => answer(() => setCursor(rowId)),
    docApi: {
      getDocName: async () => 'doc1',
      getAccessToken: async () => ({ token: 'grist-token', baseUrl: 'https://grist.test/api/docs/doc1' }),
      fetchTable: (id) => answer(() => document.fetch(id, rules)),
      fetchSelectedRecord: (rowId) =>
        answer(() => {
          const { id, ...columns } = document.fetch(tableId, rules);
          const index = id.indexOf(rowId);
          if (index < 0) return { id: rowId };
          const cells = Object.entries(columns).map(([colId, all]) => [colId, encode(colId, all[index] ?? null)]);
          return { ...Object.fromEntries(cells), id: rowId };
        }),
      fetchSelectedTable: () => answer(() => document.fetch(tableId, rules)),
      applyUserActions: (actions, { desc }) =>
        answer(() => {
          const retValues = document.apply(actions, desc, rules);
          const bundle = document.bundles.at(-1);
          if (bundle && bundle.changes.length > 0) onBundle(bundle);
          return { retValues };
        }),
    },
  };
}
