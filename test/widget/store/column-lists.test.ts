import { beforeEach, expect, test, vi } from 'vitest';
import { arrangeHighLevel, startColumn } from './start-column.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** HighLevel has the tags `lead` and `vip`. */
async function startTags(column: { cell: string; others?: readonly string[] }) {
  const { sandbox, tag } = await arrangeHighLevel();
  await tag('lead', 'vip');
  return startColumn({ ...column, sandbox, field: 'tags' });
}

test('tags in a column of text are those of HighLevel, whatever their order', async () => {
  const { view, writes, now } = await startTags({ cell: 'VIP, Lead' });
  expect(view()).toMatchObject({ mark: 'none', issue: null });
  expect([(await now()).tags, writes()]).toEqual([['lead', 'vip'], 0]);
});

test('a tag that is typed behind a comma is one more tag', async () => {
  const { type, now } = await startTags({ cell: 'vip, lead' });
  await type('vip, lead, hot');
  expect((await now()).tags.toSorted()).toEqual(['hot', 'lead', 'vip']);
});

test('tags with another separator than the column’s are not guessed', async () => {
  const { type, now, writes, view } = await startTags({ cell: 'vip, lead', others: ['a, b', 'c, d'] });
  await type('vip; lead');
  expect([(await now()).tags, writes()]).toEqual([['lead', 'vip'], 0]);
  expect(view().issue).toMatchObject({ code: 'ambiguous', samples: ['vip; lead'] });
});

/** A column of a custom field with options, one of which holds a comma. */
async function startOptions(type: string, cell: string, dataType: string, chosen: string | readonly string[]) {
  const { sandbox, choose } = await arrangeHighLevel();
  const field = await choose(dataType, ['Fitting, indoor', 'Fitting', 'Roof'], chosen);
  const column = await startColumn({ sandbox, field, cell, type });
  return { ...column, value: async () => (await column.now()).customFields[field.slice('custom:'.length)] };
}

test('options that hold a comma stay whole in a column of text', async () => {
  const { view, writes, type, value } = await startOptions('Text', 'Fitting, indoor, Roof', 'MULTIPLE_OPTIONS', [
    ...['Fitting, indoor', 'Roof'],
  ]);
  expect([view().mark, writes()]).toEqual(['none', 0]);
  await type('Fitting, indoor');
  expect(await value()).toEqual(['Fitting, indoor']);
});

test.each(['Text', 'Choice'])('a value that is no option is not sent from a column of type %s', async (type) => {
  const { view, writes, type: write, value } = await startOptions(type, 'Roof', 'SINGLE_OPTIONS', 'Roof');
  expect([view().mark, writes()]).toEqual(['none', 0]);
  await write('Blimp');
  expect([await value(), writes()]).toEqual(['Roof', 0]);
  expect(view()).toMatchObject({
    mark: 'differs',
    inGrist: null,
    issue: { code: 'not-an-option', samples: ['Blimp'] },
  });
});
