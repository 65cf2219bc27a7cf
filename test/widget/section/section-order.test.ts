import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { arrive, createFakeGrist, mapping } from './fake-grist.ts';

async function start() {
  const grist = createFakeGrist();
  const section = grist.open();
  grist.map(mapping);
  grist.cursor(1, true);
  await arrive();
  const shown: unknown[] = [];
  effect(() => {
    shown.push(section.state.value.kind === 'row' ? section.state.value.row.rowId : section.state.value.kind);
  });
  return { grist, section, shown };
}

test('an older read that ends later does not come back', async () => {
  const { grist, section, shown } = await start();
  const reads = grist.hold();
  grist.cursor(2);
  grist.cursor(3);
  await arrive();
  reads[1]!();
  await arrive();
  reads[0]!();
  await arrive();
  expect(section.state.value).toMatchObject({ row: { rowId: 3 } });
  expect(shown).toEqual([1, 3]);
});

test('a read in order is shown although a newer one is on its way', async () => {
  const { grist, shown } = await start();
  const reads = grist.hold();
  grist.cursor(2);
  grist.cursor(3);
  await arrive();
  reads[0]!();
  await arrive();
  reads[1]!();
  await arrive();
  expect(shown).toEqual([1, 2, 3]);
});

test('the blank row reached meanwhile is not replaced by a late read', async () => {
  const { grist, section } = await start();
  const reads = grist.hold();
  grist.cursor(2);
  grist.cursor('new');
  await arrive();
  reads[0]!();
  await arrive();
  expect(section.state.value).toEqual({ kind: 'new-row' });
});

test('what says nothing new keeps its identity', async () => {
  const { grist, section, shown } = await start();
  const before = section.state.value;
  grist.cursor(1);
  grist.cursor(1);
  await arrive();
  expect(section.state.value).toBe(before);
  expect(shown).toEqual([1]);
});

test('a change of the shown row is shown', async () => {
  const { grist, section } = await start();
  grist.document.apply([['UpdateRecord', 'Contacts', 1, { Name: 'Ada Lovelace' }]]);
  grist.cursor(1);
  await arrive();
  expect(section.state.value).toMatchObject({ row: { values: { name: 'Ada Lovelace' } } });
});

test('a read that Grist refuses leaves what is shown', async () => {
  const { grist, section } = await start();
  grist.api.docApi.fetchSelectedRecord.mockRejectedValueOnce(
    new Error('Access not granted. Current access level none'),
  );
  grist.cursor(2);
  await arrive();
  expect(section.state.value).toMatchObject({ row: { rowId: 1 } });
});

test('the mapping is asked for once while it does not change', async () => {
  const { grist } = await start();
  grist.cursor(2);
  grist.cursor(3);
  await arrive();
  expect(grist.api.sectionApi.mappings).toHaveBeenCalledTimes(1);
});
