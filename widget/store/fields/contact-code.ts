import type { isSame } from '../../../sync/compare.ts';
import type { createFields } from './fields.ts';

/** Code without which a contact is neither compared with its row nor changed. It comes with the client that reads contacts. */
export interface ContactCode {
  isSame: typeof isSame;
  createFields: typeof createFields;
}
