import { describe } from 'vitest';
import { createRestDoc } from '../../grist/rest.ts';
import { documentConforms } from './conformance.ts';

const { GRIST_TEST_URL: url, GRIST_TEST_KEY: key, GRIST_TEST_DOC: docId } = process.env;
const isNamed = Boolean(url && key && docId);
const reason = isNamed ? '' : ' (skipped: GRIST_TEST_URL, GRIST_TEST_KEY and GRIST_TEST_DOC name none)';

describe.skipIf(!isNamed)(`a Grist server${reason}`, () => {
  documentConforms({
    name: 'a Grist server',
    open: async () => ({ doc: createRestDoc({ url: url ?? '', key: key ?? '', docId: docId ?? '' }) }),
  });
});
