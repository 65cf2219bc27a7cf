import { afterAll, beforeAll, describe } from 'vitest';
import type { GristDoc } from '../../grist/doc.ts';
import { portConforms } from './port-conformance.ts';
import { tablesConform } from './tables-conformance.ts';
import type { TriedDoc } from './tried-doc.ts';

export interface Conformant {
  name: string;
  open(): Promise<OpenedDoc>;
}

export interface OpenedDoc {
  doc: GristDoc;
  close?(): Promise<void>;
}

/** Runs all that holds for every document behind the port, and for the tables above it. The document is left as it was. */
export function documentConforms({ name, open }: Conformant): void {
  describe(name, () => holdToSuite(open));
}

function holdToSuite(open: Conformant['open']): void {
  let opened: OpenedDoc;
  let before: readonly unknown[] = [];
  const tableIds = async () => (await opened.doc.fetchTable('_grist_Tables')).tableId ?? [];
  const apply: TriedDoc['apply'] = (...actions) => opened.doc.apply(actions, 'a test');

  beforeAll(async () => {
    opened = await open();
    before = await tableIds();
  });
  afterAll(async () => {
    const made = (await tableIds()).filter((tableId) => !before.includes(tableId));
    for (const tableId of made.toReversed()) await apply(['RemoveTable', tableId]);
    await opened.close?.();
  });

  const tried: TriedDoc = {
    doc: () => opened.doc,
    apply,
    async makeTable(columns, wanted = 'Conformance') {
      const [table] = (await apply(['AddTable', wanted, columns])) as { table_id: string }[];
      return table?.table_id ?? '';
    },
  };
  portConforms(tried);
  tablesConform(tried);
}
