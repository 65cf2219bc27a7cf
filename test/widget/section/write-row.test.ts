import { expect, test } from 'vitest';
import type { AccessRules } from '../../helpers/grist-memory/access.ts';
import { arrive, createFakeGrist, mapping } from './fake-grist.ts';

async function start(search = '?access=full', rules: AccessRules = {}) {
  const grist = createFakeGrist({ rules });
  const section = grist.open(search);
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  return { grist, section };
}

test('mapped cells are written as one described step, encoded by the type of their column', async () => {
  const { grist, section } = await start();
  await section.writeRow(
    1,
    'contactAContactAxyz',
    { name: 'Ada L', dateOfBirth: '1991-01-02', email: 'x@y.zz' },
    'save name',
  );
  expect(grist.applied).toMatchObject([
    { actions: [['UpdateRecord', 'Contacts', 1, { Name: 'Ada L', Birthday: 662774400 }]], description: 'save name' },
  ]);
});

test('a column that was given another type since is written by that', async () => {
  const { grist, section } = await start();
  await section.writeRow(1, 'contactAContactAxyz', { dateOfBirth: '1991-01-02' }, 'save');
  grist.document.apply([['ModifyColumn', 'Contacts', 'Birthday', { type: 'Text' }]]);
  await section.writeRow(1, 'contactAContactAxyz', { dateOfBirth: '1991-01-03' }, 'save');
  expect(grist.applied[1]?.actions).toEqual([['UpdateRecord', 'Contacts', 1, { Birthday: '1991-01-03' }]]);
});

test('nothing is written when no field has a column', async () => {
  const { grist, section } = await start();
  await section.writeRow(1, 'contactAContactAxyz', { email: 'x@y.zz' }, 'save e-mail');
  expect(grist.applied).toEqual([]);
});

test('the shown row has the new values before Grist sends it again', async () => {
  const { section } = await start();
  await section.writeRow(1, 'contactAContactAxyz', { name: 'Ada L', dateOfBirth: '1991-01-02' }, 'save');
  expect(section.state.value).toMatchObject({
    row: { values: { name: 'Ada L', dateOfBirth: '1991-01-02', phone: '+1555' } },
  });
});

test('a row that is not shown is written too, and what is shown stays', async () => {
  const { grist, section } = await start();
  await section.writeRow(2, 'contactBContactBxyz', { name: 'Bobby' }, 'save');
  expect(grist.applied[0]?.actions).toEqual([['UpdateRecord', 'Contacts', 2, { Name: 'Bobby' }]]);
  expect(section.state.value).toMatchObject({ row: { rowId: 1, values: { name: 'Ada' } } });
});

test.each([2, 99])('row %i, which does not hold that contact, is never written', async (rowId) => {
  const { grist, section } = await start();
  await expect(section.writeRow(rowId, 'contactAContactAxyz', { name: 'X' }, 'save')).rejects.toMatchObject({
    code: 'row-gone',
  });
  expect(grist.applied).toEqual([]);
});

test('a person who may only look writes nothing', async () => {
  const { grist, section } = await start('?access=full&readonly=true');
  await expect(section.writeRow(1, 'contactAContactAxyz', { name: 'X' }, 'save')).rejects.toMatchObject({
    code: 'read-only',
  });
  expect(grist.applied).toEqual([]);
});

test('text is written when an access rule hides the types', async () => {
  const { grist, section } = await start('?access=full', { isClosed: (tableId) => tableId.startsWith('_grist') });
  await section.writeRow(1, 'contactAContactAxyz', { dateOfBirth: '1991-01-02' }, 'save');
  expect(grist.applied[0]?.actions).toEqual([['UpdateRecord', 'Contacts', 1, { Birthday: '1991-01-02' }]]);
});

test.each([
  [Object.assign(new Error('No write access'), { code: 'AUTH_NO_EDIT' }), 'read-only'],
  [Object.assign(new Error('Blocked by table update access rules'), { code: 'ACL_DENY' }), 'access-rule'],
  [new Error('Access not granted. Current access level read table'), 'no-access'],
  [new Error('[Sandbox] AssertionError docactions.UpdateRecord for non-existent record #9'), 'row-gone'],
  [new Error("[Sandbox] KeyError 'Name'"), 'column-gone'],
  [new Error('Invalid column "Name"'), 'column-gone'],
  [new Error('the sky fell'), 'unknown'],
])('%s is told as %s', async (error, code) => {
  const { grist, section } = await start();
  grist.api.docApi.applyUserActions.mockRejectedValueOnce(error);
  await expect(section.writeRow(1, 'contactAContactAxyz', { name: 'X' }, 'save')).rejects.toMatchObject({
    name: 'GristError',
    code,
  });
});
