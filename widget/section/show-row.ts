import { GristError } from '../../grist/doc.ts';
import { toGristError } from '../../grist/errors.ts';
import type { DocumentApi } from './api.ts';

/** Moves the section's own cursor, and with it the panel; a table that the section follows keeps its own. Throws `GristError`. */
export async function showRow(grist: DocumentApi, rowId: number): Promise<void> {
  if (!grist.setCursorPos) throw new GristError('unknown', 'This Grist cannot move the cursor');
  try {
    await grist.setCursorPos({ rowId });
  } catch (error) {
    throw toGristError(error);
  }
}
