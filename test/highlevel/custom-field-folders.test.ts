import { expect, test } from 'vitest';
import { listCustomFields } from '../../highlevel/custom-fields.ts';
import { answers, localServer } from './local-server.ts';

test('a field has the name of its folder, and a folder is no field', async () => {
  const customFields = [
    { id: 'd1', name: 'Survey', documentType: 'folder' },
    { id: 'f1', name: 'Roof', dataType: 'SINGLE_OPTIONS', picklistOptions: ['Flat'], parentId: 'd1', position: 1 },
    { id: 'f2', name: 'Opens', dataType: 'TIME', parentId: 'unknown', isAllowedCustomOption: true, position: 2 },
    { id: 'f3', name: 'Signed', dataType: 'SIGNATURE', position: 3 },
    { id: 'f4', name: 'Share', dataType: 'FLOAT', position: 4 },
  ];
  const { api } = await localServer(answers(200, { customFields }));
  const fields = await listCustomFields(api(), 'l1');
  expect(fields.map(({ id, kind, folder, allowsOther }) => [id, kind, folder, allowsOther])).toEqual([
    ['f1', 'single', 'Survey', false],
    ['f2', 'time', '', true],
    ['f3', 'file', '', false],
    ['f4', 'number', '', false],
  ]);
});
