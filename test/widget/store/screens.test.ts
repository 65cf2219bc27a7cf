import { beforeEach, expect, test, vi } from 'vitest';
import { deleteContact } from '../../../highlevel/contacts.ts';
import { loaded, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test.each(['none', 'read table'] as const)('access %s has its screen and asks HighLevel nothing', async (level) => {
  const bench = await startPanel({ level });
  await pass(5000);
  expect(bench.panel.screen.value).toEqual({ kind: 'no-access', level });
  expect(bench.requests()).toEqual([]);
});

test.each(['unmapped', 'outside-grist', 'booting'] as const)('%s has its screen', async (kind) => {
  const bench = await startPanel();
  bench.grist.show({ kind });
  await pass(1000);
  expect(bench.panel.screen.value).toEqual({ kind });
  expect(bench.panel.fields.shown.value).toEqual([]);
});

test.each([
  ['new', 'new-row'],
  [null, 'no-row'],
] as const)('cursor on %s is screen %s', async (cursor, kind) => {
  const bench = await startPanel();
  bench.grist.select(cursor);
  await pass(1000);
  expect(bench.panel.screen.value).toEqual({ kind });
  expect(bench.requests()).toEqual([]);
});

test('a row without a contact id is unlinked', async () => {
  const bench = await startPanel({ rows: { 9: { contactId: '', values: { name: 'Nobody' } } } });
  bench.grist.select(9);
  await pass(1000);
  expect(bench.panel.screen.value).toMatchObject({ kind: 'unlinked', row: { rowId: 9, values: { name: 'Nobody' } } });
  expect(bench.requests()).toEqual([]);
});

test('an id that HighLevel does not know is told as that, once', async () => {
  const bench = await startPanel({ rows: { 9: { contactId: 'ghost1ghost2ghost3gh', values: {} } } });
  await pass(1000);
  bench.grist.select(9);
  await pass(100);
  expect(bench.panel.screen.value).toMatchObject({ kind: 'unknown-contact', row: { rowId: 9 } });
  bench.requests();
  await pass(120_000);
  expect(bench.requests()).toEqual([]);
});

test('a contact deleted in HighLevel is told at the next refresh', async () => {
  const bench = await startPanel();
  await deleteContact(bench.api, bench.contactIds[1]!);
  bench.panel.refresh();
  await pass(500);
  expect(bench.panel.screen.value.kind).toBe('unknown-contact');
});

test('HighLevel out of reach leaves what was read, or else the row’s own values', async () => {
  const bench = await startPanel();
  await pass(40_000);
  bench.sandbox.faults.add('cut-before');
  bench.panel.refresh();
  await pass(10_000);
  expect(bench.panel.screen.value.kind).toBe('contact');
  bench.grist.select(2);
  await pass(10_000);
  expect(bench.panel.screen.value).toEqual({ kind: 'contact' });
  expect(bench.panel.banner.value).toMatchObject({ kind: 'down', asOf: undefined });
  expect(bench.panel.status.value).toEqual({ kind: 'unread', asOf: undefined });
});

test('it comes back by itself', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('cut-before');
  bench.grist.select(2);
  await pass(30_000);
  bench.sandbox.faults.clear();
  await pass(60_000);
  await loaded(bench);
  expect(bench.panel.screen.value.kind).toBe('contact');
});

test('a refused token is the whole panel’s matter', async () => {
  const bench = await startPanel();
  bench.sandbox.faults.add('missing-scope');
  bench.grist.select(2);
  await pass(1000);
  expect(bench.panel.screen.value).toMatchObject({ kind: 'refused', failure: { code: 'forbidden' } });
});

test('one kind of entry that cannot be read leaves the others in sight', async () => {
  const bench = await startPanel();
  await pass(1000);
  bench.sandbox.faults.add('missing-scope', { path: '/notes' });
  bench.grist.select(2);
  await pass(1000);
  const { failures, counts, loading } = bench.panel.timeline.view.value;
  expect(Object.keys(failures)).toEqual(['note']);
  expect(counts).toMatchObject({ note: 0 });
  expect(counts.task + counts.appointment).toBeGreaterThan(0);
  expect(loading).toBe(false);
});

test('settings open and close over whatever is shown', async () => {
  const bench = await startPanel({ tables: [{ tableId: 'Tasks', columns: [] }] });
  bench.grist.askForSettings();
  await pass(10);
  expect(bench.panel.screen.value).toEqual({ kind: 'settings' });
  expect(bench.panel.settings.tables.value).toHaveLength(1);
  expect(bench.panel.settings.tasksTable.value).toMatchObject({ tableId: 'Tasks' });
  bench.panel.settings.chooseTasksTable(null);
  await pass(10);
  expect(bench.panel.settings.tasksTable.value).toBeNull();
  bench.panel.settings.close();
  expect(bench.panel.screen.value.kind).toBe('contact');
});

test('names of people and calendars are read once', async () => {
  const bench = await startPanel();
  await pass(1000);
  expect(bench.panel.directory.users.value.size).toBeGreaterThan(0);
  expect(bench.panel.directory.calendars.value.size).toBeGreaterThan(0);
  expect(bench.panel.directory.customFields.value.length).toBeGreaterThan(0);
  bench.requests();
  bench.grist.select(2);
  await pass(1000);
  const read = bench.requests().filter((request) => request.startsWith('GET') && !request.includes('/contacts/'));
  expect(read).toEqual([]);
});

test.each([
  'Grace Kimani',
  'grace@example.org',
  '+254 722 445 903',
  '{{contact.id}}',
  'ocQHyuzH\u200bvysMo5N5VsXc',
  'C-1001',
])(
  '%j in the column of contact ids is said to be no id, asks HighLevel nothing and stays in its cell',
  async (contactId) => {
    const bench = await startPanel({ rows: { 9: { contactId, values: { name: 'Grace Kimani' } } } });
    await pass(1000);
    bench.requests();
    bench.grist.select(9);
    await pass(60_000);
    expect(bench.panel.screen.value).toMatchObject({
      kind: 'invalid-id',
      row: { contactId: '', invalidId: contactId },
    });
    const linking = await bench.panel.linking.load();
    linking.clear();
    linking.create();
    await pass(5000);
    expect(bench.requests()).toEqual([]);
    expect(bench.grist.row(9).contactId).toBe(contactId);
  },
);

test('a column in which no row has a contact id is told from a cell', async () => {
  const bench = await startPanel({ linked: 1, rows: { 9: { contactId: 'grace@example.org', values: {} } } });
  bench.grist.select(9);
  const { scope } = await bench.panel.linking.idColumn();
  expect(await scope()).toBe('cell');
  bench.grist.change(1, { contactId: 'ada@example.org' });
  expect(await scope()).toBe('column');
});

test('an invisible character is removed from a contact id when a person says so, and that is undone', async () => {
  const bench = await startPanel();
  const clean = bench.contactIds[2]!;
  const dirty = `${clean.slice(0, 8)}\u2060${clean.slice(8)}`;
  bench.grist.change(2, { contactId: dirty });
  bench.grist.select(2);
  await pass(1000);
  (await bench.panel.linking.idColumn()).clean();
  await pass(5000);
  expect(bench.grist.row(2).contactId).toBe(clean);
  expect(bench.panel.screen.value.kind).toBe('contact');
  bench.panel.notices.undoLast();
  await pass(2000);
  expect(bench.grist.row(2).contactId).toBe(dirty);
});
