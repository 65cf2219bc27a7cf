import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';
import { documentConforms } from './conformance.ts';

documentConforms({
  name: 'a document in memory',
  open: async () => ({ doc: createMemoryDoc(createMemoryDocument()) }),
});
