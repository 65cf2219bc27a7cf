import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';
import { documentConforms } from './conformance.ts';
import { tablesConform } from './tables-conformance.ts';

const memory = {
  name: 'a document in memory',
  open: async () => ({ doc: createMemoryDoc(createMemoryDocument()) }),
};

documentConforms(memory);
tablesConform(memory);
