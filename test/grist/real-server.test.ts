import { test } from 'vitest';
import { createRestDoc } from '../../grist/rest.ts';
import { documentConforms } from './conformance.ts';

const { GRIST_TEST_URL: url, GRIST_TEST_KEY: key, GRIST_TEST_DOC: docId } = process.env;

if (url && key && docId)
  documentConforms({ name: 'a Grist server', open: async () => ({ doc: createRestDoc({ url, key, docId }) }) });
else test.skip('a Grist server: none is named by GRIST_TEST_URL, GRIST_TEST_KEY and GRIST_TEST_DOC', () => {});
