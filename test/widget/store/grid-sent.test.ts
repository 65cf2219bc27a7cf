import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Row 1 was shown once, so both sides have agreed on what it holds. */
async function start() {
  const bench = await startPanel();
  await pass(500);
  const inGrist = async (values: Parameters<typeof bench.grist.change>[1]['values']) => {
    bench.grist.change(1, { values: values! });
    await pass(1_000);
  };
  return { ...bench, inGrist };
}

test('what the grid sends is said, on the screen and by voice', async () => {
  const { panel, inGrist } = await start();
  await inGrist({ city: 'Eldoret' });
  const sent = { fields: [{ key: 'city', label: null }], of: '' };
  expect(panel.notices.toast.value).toMatchObject({ code: 'grid-sent', undoable: true, sent });
  expect(panel.notices.announcement.value).toMatchObject({ code: 'grid-sent', sent });
});

test('undo takes what the grid sent back on both sides, and redo sends it again', async () => {
  const { panel, grist, contact, inGrist } = await start();
  const { city, source } = await contact(1);
  await inGrist({ city: 'Eldoret', source: 'Fair' });
  expect(await contact(1)).toMatchObject({ city: 'Eldoret', source: 'Fair' });
  panel.notices.undo();
  await pass(2_000);
  expect(await contact(1)).toMatchObject({ city, source });
  expect(grist.row(1).values).toMatchObject({ city, source });
  panel.notices.redoLast();
  await pass(2_000);
  expect(await contact(1)).toMatchObject({ city: 'Eldoret', source: 'Fair' });
  expect(grist.row(1).values).toMatchObject({ city: 'Eldoret', source: 'Fair' });
});

test('undo leaves a cell alone that was typed in since', async () => {
  const { panel, grist, inGrist } = await start();
  await inGrist({ city: 'Eldoret' });
  const release = grist.hold('writeRow');
  panel.notices.undo();
  grist.change(1, { values: { city: 'Kisumu' } });
  release();
  await pass(2_000);
  expect(grist.row(1).values.city).toBe('Kisumu');
});

test('what was sent of a contact that is no longer shown is said with its name', async () => {
  const { panel, grist, contact } = await start();
  const { name } = await contact(1);
  grist.change(1, { values: { city: 'Eldoret' } });
  grist.select(2);
  await pass(1_000);
  expect(panel.notices.toast.value).toMatchObject({ code: 'grid-sent', sent: { of: name } });
});

test('what HighLevel changed is written into the row without a word', async () => {
  const { panel, grist, contactIds, api } = await start();
  await updateContact(api, contactIds[1]!, { city: 'Kisumu' });
  panel.refresh();
  await pass(1_000);
  expect(grist.row(1).values.city).toBe('Kisumu');
  expect(panel.notices.toast.value).toBeNull();
});
