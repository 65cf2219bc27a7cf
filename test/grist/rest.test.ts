import { createRestDoc } from '../../grist/rest.ts';
import { createMemoryDocument } from '../helpers/grist-memory/document.ts';
import { createGristRest } from '../helpers/grist-memory/rest.ts';
import { documentConforms } from './conformance.ts';

documentConforms({
  name: 'a double of Grist’s REST API',
  open: async () => {
    const { fetch, docId, key } = createGristRest(createMemoryDocument());
    return { doc: createRestDoc({ url: 'https://grist.test', docId, key, fetch }) };
  },
});
