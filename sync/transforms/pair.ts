import type { Transform, TransformContext } from './types.ts';

/** The two ways of a transform. Both answer `undefined` for what they cannot say. Neither is asked about `''`, unless it wants to. */
export interface Pair<Kind extends Transform['kind']> {
  toField(transform: TransformOf<Kind>, text: string, context: TransformContext): string | undefined;
  toGrist(transform: TransformOf<Kind>, value: string, context: TransformContext): string | undefined;
  /**
   * Tells whether a column's text, written anew from its field, is the same to its reader. Absent: it is when both read
   * as the same value.
   */
  isKept?(transform: TransformOf<Kind>, before: string, after: string): boolean;
  /** Does `''` say something, other than that there is no value? */
  readsEmpty?: boolean;
}

export type TransformOf<Kind extends Transform['kind']> = Extract<Transform, { kind: Kind }>;
