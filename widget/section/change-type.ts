import type { GristDoc } from '../../grist/doc.ts';
import type { Structure } from '../../grist/structure.ts';

interface Place {
  doc: GristDoc;
  structure: Structure;
  tableId: string;
}

/** Gives a column a type, as one undo step. Grist converts the cells, as its own column options do. Throws `GristError`. */
export async function changeType(
  { doc, structure, tableId }: Place,
  colId: string,
  type: string,
  description: string,
): Promise<void> {
  await doc.apply([['ModifyColumn', tableId, colId, { type }]], description);
  structure.forget();
}
