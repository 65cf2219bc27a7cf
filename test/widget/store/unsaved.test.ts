import { expect, test, vi } from 'vitest';
import { startPanel } from '../../helpers/start-panel.ts';

async function startWithRefusal() {
  const bench = await startPanel({ linked: 3 });
  const { name } = await bench.contact(1);
  bench.sandbox.faults.add('server-error', { method: 'PUT', path: '/contacts/', status: 422 });
  bench.panel.fields.save('city', 'Leeds');
  await vi.waitFor(() => expect(bench.field('city').mark).toBe('failed'));
  bench.sandbox.faults.clear();
  return { ...bench, name };
}

test('an edit that failed stays counted on the other rows, with whose it is and why', async () => {
  const { panel, grist, name } = await startWithRefusal();
  grist.select(2);
  await vi.waitFor(() => expect(panel.contact.value.data?.name).toBeTruthy());
  expect(panel.status.value).toEqual({ kind: 'failed', count: 1 });
  expect((await panel.unsaved.load()).list.value).toMatchObject([
    { rowId: 1, name, subject: { kind: 'field', field: 'city' }, text: 'Leeds', state: 'failed' },
  ]);
});

test('its line leads to its row', async () => {
  const { panel, grist } = await startWithRefusal();
  grist.select(3);
  const [edit] = (await panel.unsaved.load()).list.value;
  await panel.moves.go(edit as { rowId: number; contactId: string });
  expect(panel.row.value?.rowId).toBe(1);
});

test('an edit that was saved is not listed', async () => {
  const { panel, field } = await startWithRefusal();
  panel.fields.save('city', 'Leeds');
  await vi.waitFor(() => expect(field('city').mark).toBe('none'));
  expect((await panel.unsaved.load()).list.value).toEqual([]);
});

test('while something is on its way the panel is not up to date', async () => {
  const { panel, sandbox } = await startPanel({ linked: 1 });
  await vi.waitFor(() => expect(panel.status.value.kind).toBe('up-to-date'));
  sandbox.faults.add('latency', { method: 'PUT', ms: 300 });
  panel.fields.save('city', 'Leeds');
  await vi.waitFor(() => expect(panel.status.value.kind).toBe('saving'));
  await vi.waitFor(() => expect(panel.status.value.kind).toBe('up-to-date'));
});
