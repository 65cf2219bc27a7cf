import type { ReadonlySignal } from '@preact/signals';
import { withoutInvisible } from '../../../sync/characters.ts';
import { shapeOfContactId } from '../../../sync/contact-id.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { IdColumn } from '../views/linking.ts';
import { createRelink } from './relink.ts';

interface IdColumnOptions {
  section: Pick<Section, 'whole'>;
  outbox: Outbox;
  row: ReadonlySignal<Row | null>;
  isReadOnly: () => boolean;
}

/** Looks at the column of contact ids where a cell of it holds none. */
export function createIdColumn({ section, outbox, row, isReadOnly }: IdColumnOptions): IdColumn {
  const relink = createRelink(outbox);
  return {
    async scope() {
      // A single cell is blamed where the others cannot be read.
      const rows = await section.whole().then(
        (whole) => whole.rows(),
        () => null,
      );
      return rows?.every(({ contactId }) => contactId === '') ? 'column' : 'cell';
    },
    clean() {
      const { rowId, invalidId = '' } = row.peek() ?? {};
      if (rowId === undefined || isReadOnly() || shapeOfContactId(invalidId) !== 'id-with-invisible-characters') return;
      void relink({ rowId, from: invalidId, to: withoutInvisible(invalidId), name: '' });
    },
  };
}
