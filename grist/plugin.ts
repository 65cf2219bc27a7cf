import type { CellValue, GristDoc, TableData, UserAction } from './doc.ts';
import { toGristError } from './errors.ts';
import { matching } from './table-data.ts';

/** The part of Grist's plugin API that the adapter needs; both calls need the access level `full`. */
export interface PluginDocApi {
  fetchTable(tableId: string): Promise<Readonly<Record<string, readonly CellValue[]>>>;
  applyUserActions(actions: readonly UserAction[], options: { desc: string }): Promise<unknown>;
}

/** The document that a widget is in. The plugin API sends whole tables only, so rows are picked here. */
export function createPluginDoc(docApi: PluginDocApi): GristDoc {
  return {
    async fetchTable(tableId, where) {
      try {
        const { id = [], ...columns } = await docApi.fetchTable(tableId);
        const data: TableData = { ...columns, id: id as readonly number[] };
        return where ? matching(data, where) : data;
      } catch (error) {
        throw toGristError(error);
      }
    },
    async apply(actions, desc) {
      try {
        const answer = (await docApi.applyUserActions(actions, { desc })) as { retValues?: unknown[] } | undefined;
        return answer?.retValues ?? [];
      } catch (error) {
        throw toGristError(error);
      }
    },
  };
}
