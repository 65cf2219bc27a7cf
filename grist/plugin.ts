import type { CellValue, PageDoc, TableData, UserAction } from './doc.ts';
import { toGristError } from './errors.ts';
import { matching } from './table-data.ts';

/** The part of Grist's plugin API that the adapter needs; both calls need the access level `full`. */
export interface PluginDocApi {
  fetchTable(tableId: string): Promise<Readonly<Record<string, readonly CellValue[]>>>;
  applyUserActions(actions: readonly UserAction[], options: { desc: string; linkId?: number }): Promise<unknown>;
}

interface Applied {
  retValues?: readonly unknown[];
  /** Names the bundle: one that is linked to it is undone with it (measured on Grist 1.7). */
  actionNum?: number;
}

/** The document that a widget is in. The plugin API sends whole tables only, so rows are picked here. */
export function createPluginDoc(docApi: PluginDocApi): PageDoc {
  async function send(actions: readonly UserAction[], options: { desc: string; linkId?: number }): Promise<Applied> {
    try {
      return ((await docApi.applyUserActions(actions, options)) as Applied | undefined) ?? {};
    } catch (error) {
      throw toGristError(error);
    }
  }

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
    apply: async (actions, desc) => (await send(actions, { desc })).retValues ?? [],
    async applyBoth(first, second, desc) {
      const { retValues = [], actionNum } = await send(first, { desc });
      const next = await second(retValues);
      await send(next, { desc, ...(actionNum !== undefined && { linkId: actionNum }) });
    },
  };
}
