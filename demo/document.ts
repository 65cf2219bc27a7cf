import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../proxy/package-root.ts';
import type { Sandbox } from '../sandbox/app.ts';
import { arrangeContent } from './document/content.ts';
import { fillDocument } from './document/fill.ts';

/** The document that `npm run demo:document` builds: tables, pages, layout and column mapping, without rows. */
const empty = join(root, 'demo/document/customers.grist');

/** Creates the demo's Grist document, a SQLite file, from the sandbox's data. Deletes one contact in the sandbox. */
export async function makeDocument(sandbox: Sandbox, widgetUrl: string): Promise<Uint8Array<ArrayBuffer>> {
  return fillDocument(await readFile(empty), { ...(await arrangeContent(sandbox)), widgetUrl });
}
