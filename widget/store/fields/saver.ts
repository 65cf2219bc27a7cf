import type { FieldRef } from '../../../sync/refs.ts';

/** Carries saves through: HighLevel first, then the cells of the row that follow from it. */
export interface Saver {
  save(contactId: string, key: FieldRef): Promise<void>;
  /** Finds out what became of a save that a reload cut: finishes it, or gives its text back as a draft. */
  resume(contactId: string, key: FieldRef): Promise<void>;
}
