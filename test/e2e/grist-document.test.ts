import { afterAll } from 'vitest';
import { documentConforms } from '../grist/conformance.ts';
import { openRealDocs, type RealDocs } from '../helpers/real-docs.ts';

let docs: Promise<RealDocs> | undefined;
const open = () => {
  docs ??= openRealDocs();
  return docs;
};
afterAll(async () => (await docs)?.close());

documentConforms({ name: 'the plugin API of a real Grist', open: async () => ({ doc: (await open()).plugin }) });
documentConforms({ name: 'REST routes of a real Grist', open: async () => ({ doc: (await open()).rest }) });
