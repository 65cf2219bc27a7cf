import { beforeEach, expect, test, vi } from 'vitest';
import { deleteContact } from '../../../highlevel/contacts.ts';
import { pass } from '../../helpers/start-panel.ts';
import { isFlow, type LinkingSetup, startLinking, stranger } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startWithStranger(setup: LinkingSetup = {}) {
  const desk = await startLinking(setup);
  const contact = await stranger(desk);
  desk.bench.grist.change(9, { values: { email: contact.email } });
  await desk.settle();
  return { ...desk, contact };
}

test('linking writes the id as one step, shows the contact and is told to the log', async () => {
  const { bench, linking, contact, row, log } = await startWithStranger();
  linking.link(contact.id);
  await pass(2000);
  expect(row().contactId).toBe(contact.id);
  expect(bench.grist.bundles[0]).toMatchObject({ kind: 'link', rowId: 9, before: '', contactId: contact.id });
  expect(bench.panel.screen.value.kind).toBe('contact');
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'linked', undoable: true });
  expect(log()).toEqual(['link saved']);
  expect(bench.memory.entries().find(({ act }) => act === 'link')).toMatchObject({
    ...{ contactId: contact.id, label: contact.name, to: contact.id },
  });
});

test('two clicks write one step', async () => {
  const { bench, linking, contact } = await startWithStranger();
  linking.link(contact.id);
  linking.link(contact.id);
  await pass(2000);
  expect(bench.grist.bundles.filter(({ kind }) => kind === 'link')).toHaveLength(1);
});

test('a link is taken back and made again', async () => {
  const { bench, linking, contact, row } = await startWithStranger();
  linking.link(contact.id);
  await pass(2000);
  bench.panel.notices.undo();
  await pass(2000);
  expect(row().contactId).toBe('');
  expect(bench.panel.screen.value.kind).toBe('unlinked');
  bench.panel.notices.redoLast();
  await pass(2000);
  expect(row().contactId).toBe(contact.id);
  expect(bench.memory.entries().flatMap(({ via }) => (isFlow(via) ? [] : [via]))).toEqual(['panel', 'undo', 'undo']);
});

test('a link that somebody changed since is not taken back', async () => {
  const { bench, linking, contact, row } = await startWithStranger();
  linking.link(contact.id);
  await pass(2000);
  bench.grist.change(9, { contactId: 'somebodyElse12345' });
  await pass(2000);
  bench.panel.notices.undoLast();
  await pass(100);
  expect(row().contactId).toBe('somebodyElse12345');
  expect(bench.panel.notices.announcement.value?.code).toBe('save-failed');
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'not-undone', undoable: false });
});

test('a contact that another row holds is linked only when the person means it', async () => {
  const { bench, linking, row, settle } = await startLinking({ values: {} });
  const { id, email } = await bench.contact(2);
  bench.grist.change(9, { values: { email } });
  await settle();
  linking.link(id);
  await pass(100);
  expect(linking.linking.value).toMatchObject({ step: 'taken', contactId: id, rows: [2] });
  expect(row().contactId).toBe('');
  linking.link(id, true);
  await pass(2000);
  expect(row().contactId).toBe(id);
});

test('a row that somebody linked meanwhile is left alone', async () => {
  const { bench, linking, contact, row, log } = await startWithStranger();
  const release = bench.grist.hold('linkRow');
  linking.link(contact.id);
  await pass(100);
  bench.grist.change(9, { contactId: 'somebodyElse12345' });
  release();
  await pass(2000);
  expect(row().contactId).toBe('somebodyElse12345');
  expect(log()).toEqual(['link refused']);
});

test.each(['access-rule', 'row-gone', 'unknown'] as const)('a link that Grist refuses (%s) says so', async (code) => {
  const { bench, linking, contact, row } = await startWithStranger();
  bench.grist.refuse('linkRow', code);
  linking.link(contact.id);
  await pass(2000);
  expect(linking.linking.value).toMatchObject({
    step: 'failed',
    contactId: contact.id,
    failure: { side: 'grist', code },
  });
  expect(row().contactId).toBe('');
  linking.link(contact.id);
  await pass(2000);
  expect(row().contactId).toBe(contact.id);
});

test('a link begun on one row is made there, though another is shown by then', async () => {
  const { bench, linking, contact, row } = await startWithStranger();
  const release = bench.grist.hold('linkRow');
  linking.link(contact.id);
  await pass(100);
  bench.grist.select(1);
  release();
  await pass(2000);
  expect(row().contactId).toBe(contact.id);
  expect(bench.grist.row(1).contactId).toBe(bench.contactIds[1]);
});

test('who may only look links, clears and makes nothing', async () => {
  const { bench, linking, contact, row, likely } = await startWithStranger({ role: 'viewer' });
  expect(likely().candidates).toHaveLength(1);
  linking.link(contact.id);
  linking.clear();
  linking.create();
  await pass(2000);
  expect(row().contactId).toBe('');
  expect(bench.grist.bundles).toEqual([]);
});

test('a contact deleted while it is offered is told as gone once it is linked', async () => {
  const { bench, linking, contact } = await startWithStranger();
  await deleteContact(bench.api, contact.id);
  linking.link(contact.id);
  await pass(5000);
  expect(bench.panel.screen.value.kind).toBe('unknown-contact');
});
