import type { Failure } from '../../../engine/failure.ts';
import { operation } from '../../../engine/operation.ts';
import type { Outbox } from '../outbox.ts';

/** A row's link before and after. `''`: none. */
export interface Relinking {
  rowId: number;
  from: string;
  to: string;
  /** What people call the contact. */
  name: string;
}

/** Changes which contact a row holds. Returns why it could not. */
export type Relink = (change: Relinking) => Promise<Failure | null>;

/** The one way in which a row gets its contact: logged, one undo step of Grist, and taken back like any edit. */
export const createRelink =
  (outbox: Outbox): Relink =>
  async ({ rowId, from, to, name }) => {
    const target = { rowId, name };
    const { left } = await outbox.send(operation({ kind: 'link', target, want: to, seen: from, origin: 'panel' }));
    for (const { id } of left) outbox.drop(id);
    return left[0]?.failure ?? null;
  };
