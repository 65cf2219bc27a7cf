import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startLinking, stranger } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a contact that HighLevel no longer has gives its row to the likely heir', async () => {
  const { bench, linking, likely, row, make, settle } = await startLinking({ contactId: 'ghost1ghost2ghost3gh' });
  const heir = await make({ name: 'Noor H', email: 'noor@cedarstreet.example' });
  await settle();
  expect(bench.panel.screen.value.kind).toBe('unknown-contact');
  linking.again();
  await settle();
  expect(likely().candidates).toMatchObject([{ contact: { id: heir.id }, reasons: ['email'] }]);
  linking.link(heir.id);
  await pass(2000);
  expect(row().contactId).toBe(heir.id);
});

test('a link is cleared, and the clearing taken back', async () => {
  const { bench, linking, row } = await startLinking({ contactId: 'ghost1ghost2ghost3gh' });
  await pass(2000);
  linking.clear();
  await pass(2000);
  expect(row().contactId).toBe('');
  expect(bench.panel.notices.toast.value?.code).toBe('unlinked');
  bench.panel.notices.undo();
  await pass(2000);
  expect(row().contactId).toBe('ghost1ghost2ghost3gh');
});

test('a linked row gets another contact, and offers all but the one it has', async () => {
  const { bench, linking, likely, settle } = await startLinking();
  const other = await stranger({ bench });
  bench.grist.select(1);
  await settle();
  bench.panel.linking.open();
  await settle();
  expect(bench.panel.screen.value.kind).toBe('change-link');
  expect(likely().candidates.map(({ contact }) => contact.id)).not.toContain(bench.contactIds[1]);
  linking.link(other.id);
  await settle();
  expect(bench.grist.row(1).contactId).toBe(other.id);
  expect(bench.panel.screen.value.kind).toBe('contact');
});

test('looking for another contact ends with a click, or with another row', async () => {
  const { bench, settle } = await startLinking();
  bench.grist.select(1);
  await settle();
  bench.panel.linking.open();
  bench.panel.linking.close();
  expect(bench.panel.screen.value.kind).toBe('contact');
  bench.panel.linking.open();
  bench.grist.select(2);
  await settle();
  expect(bench.panel.screen.value.kind).toBe('contact');
});
