import type { GristDoc, UserAction } from '../../grist/doc.ts';

/** A document as the suite works with it. */
export interface TriedDoc {
  doc(): GristDoc;
  apply(...actions: UserAction[]): Promise<readonly unknown[]>;
  /** Makes a table for a test and returns its id. */
  makeTable(columns: readonly object[], wanted?: string): Promise<string>;
}

export const column = (id: string, type: string, more: object = {}) => ({ id, type, isFormula: false, ...more });
