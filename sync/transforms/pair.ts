import type { Transform, TransformContext } from './types.ts';

/** The two ways of a transform. Both return `undefined` for what the other side cannot hold. Neither gets `''`, unless `readsEmpty`. */
export interface Pair<Kind extends Transform['kind']> {
  toField(transform: TransformOf<Kind>, text: string, context: TransformContext): string | undefined;
  toGrist(transform: TransformOf<Kind>, value: string, context: TransformContext): string | undefined;
  /**
   * Is a column's text, once rewritten from its field, the same to its reader? Absent: it is when both read
   * as the same value.
   */
  isKept?(transform: TransformOf<Kind>, before: string, after: string): boolean;
  /** Does `''` mean something other than that there is no value? */
  readsEmpty?: boolean;
}

export type TransformOf<Kind extends Transform['kind']> = Extract<Transform, { kind: Kind }>;
