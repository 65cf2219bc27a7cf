import { expect, test } from 'vitest';
import { createOutside } from '../../../widget/section/outside.ts';
import { arrive, createFakeGrist, mapping } from './fake-grist.ts';

test('a mapped row is read with its contact id, values and tags', async () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  expect(section.state.value).toEqual({
    kind: 'row',
    row: {
      tableId: 'Contacts',
      rowId: 1,
      contactId: 'contactAContactAxyz',
      values: { name: 'Ada', phone: '+1555', dateOfBirth: '1990-09-25', tags: 'vip\nlead' },
      tags: ['vip', 'lead'],
    },
  });
  expect([...section.mapped.value]).toEqual(['name', 'phone', 'dateOfBirth', 'tags']);
});

test('a row without a contact id is still a row', async () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(3, true);
  await arrive();
  expect(section.state.value).toMatchObject({ kind: 'row', row: { contactId: '' } });
});

test.each([null, { ContactId: null, name: 'Name' }])(
  'without a mapped contact id (%j) the section is unmapped',
  async (chosen) => {
    const grist = createFakeGrist();
    const section = grist.open();
    grist.map(chosen);
    grist.cursor(1, true);
    await arrive();
    expect(section.state.value).toEqual({ kind: 'unmapped' });
  },
);

test('a mapping made later is noticed', async () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.cursor(1, true);
  await arrive();
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  expect(section.state.value).toMatchObject({ kind: 'row', row: { contactId: 'contactAContactAxyz' } });
});

test.each(['none', 'read table'] as const)('access %s is told by the address before Grist says anything', (level) => {
  const grist = createFakeGrist();
  const section = grist.open(`?access=${level.replace(' ', '+')}`);
  expect(section.state.value).toEqual({ kind: 'no-access', level });
});

test('an access level that Grist sends counts more than the address', () => {
  const grist = createFakeGrist();
  const section = grist.open('');
  grist.settings('none');
  expect(section.state.value).toEqual({ kind: 'no-access', level: 'none' });
});

test.each([
  ['a cursor link', 'Cursor:Same-Table', '', 'new-row'],
  ['no link', null, '', 'new-row'],
  ['an empty filter link', 'Filter:Col->Col', '', 'no-row'],
  ['a person who may only look', 'Cursor:Same-Table', '&readonly=true', 'no-row'],
])('the blank row with %s', async (_, link, query, kind) => {
  const grist = createFakeGrist();
  const section = grist.open(`?access=full${query}`);
  grist.settings('full', link);
  grist.map(mapping);
  grist.cursor('new', true);
  // Grist forgets the link for a moment when the cursor reaches the blank row.
  grist.settings('full', null);
  await arrive();
  expect(section.state.value).toEqual({ kind });
});

test('no cursor at all is no row', async () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(undefined, true);
  await arrive();
  expect(section.state.value).toEqual({ kind: 'no-row' });
});

test('a page outside Grist says so', async () => {
  const section = createOutside('');
  expect(section.state.value).toEqual({ kind: 'outside-grist' });
  await expect(section.accessToken()).rejects.toMatchObject({ code: 'no-access' });
});

test('a section that Grist links to no other follows nothing, and one that an older Grist says nothing about may', async () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.send({ settings: { accessLevel: 'full' } });
  expect(section.isFollowing.value).toBe(true);
  grist.map(mapping);
  grist.cursor(1, true);
  grist.settings('full', null);
  expect(section.isFollowing.value).toBe(false);
  grist.settings('full', 'Cursor:Same-Table');
  expect(section.isFollowing.value).toBe(true);
  // Grist forgets the link for a moment when the cursor reaches the blank row.
  grist.cursor('new');
  grist.settings('full', null);
  expect(section.isFollowing.value).toBe(true);
});

test('every column is declared optional', () => {
  const grist = createFakeGrist();
  grist.open();
  const [settings] = grist.api.ready.mock.calls[0]!;
  expect(settings.requiredAccess).toBe('full');
  expect(settings.columns.map(({ name }) => name)).toContain('ContactId');
  expect(settings.columns.every(({ optional }) => optional)).toBe(true);
});

test('asking Grist for the configuration asks the panel for its settings', () => {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.api.ready.mock.calls[0]![0].onEditOptions();
  expect(section.settingsAsked.value).toBe(1);
});
