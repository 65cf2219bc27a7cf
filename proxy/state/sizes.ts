import type { Store } from '../database/open.ts';
import type { StateSizeTable } from '../database/schema.ts';

export type Part = StateSizeTable['part'];

/** How much is stored. */
export interface Size {
  entries: number;
  bytes: number;
}

/** The sizes of the parts of a document's state, counted along with each write. `db` is the store or a transaction. */
export const sizes = {
  async read(db: Store, space: string, part: Part): Promise<Size> {
    const size = await db
      .selectFrom('state_size')
      .select(['entries', 'bytes'])
      .where('space', '=', space)
      .where('part', '=', part)
      .executeTakeFirst();
    return size ?? { entries: 0, bytes: 0 };
  },

  /** Returns the new size. */
  async add(db: Store, space: string, part: Part, { entries, bytes }: Size): Promise<Size> {
    return db
      .insertInto('state_size')
      .values({ space, part, entries, bytes })
      .onConflict((conflict) =>
        conflict.columns(['space', 'part']).doUpdateSet((row) => ({
          entries: row('state_size.entries', '+', row.ref('excluded.entries')),
          bytes: row('state_size.bytes', '+', row.ref('excluded.bytes')),
        })),
      )
      .returning(['entries', 'bytes'])
      .executeTakeFirstOrThrow();
  },
};

/** The size of rows by their sealed texts. */
export const sizeOf = (rows: readonly { sealed: string }[]): Size => ({
  entries: rows.length,
  bytes: rows.reduce((sum, { sealed }) => sum + sealed.length, 0),
});

export const negative = ({ entries, bytes }: Size): Size => ({ entries: -entries, bytes: -bytes });
