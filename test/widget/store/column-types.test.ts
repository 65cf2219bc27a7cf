import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startColumn } from './start-column.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test.each(['Int', 'Numeric'])('a postal code in a column of type %s is neither sent nor overwritten', async (type) => {
  const { view, cell, writes, now } = await startColumn({
    ...{ field: 'postalCode', cell: '1067', type, inHighLevel: { postalCode: '01067' } },
  });
  expect(view()).toMatchObject({
    mark: 'differs',
    issue: { code: 'numbers', columnLabel: 'postalCode', remedy: { to: 'Text' } },
    offers: { grist: false, highlevel: false },
  });
  expect([(await now()).postalCode, cell(), writes()]).toEqual(['01067', '1067', 0]);
});

test('a number typed in that column is not sent either', async () => {
  const { type, writes, now } = await startColumn({
    ...{ field: 'postalCode', cell: '1067', type: 'Int', inHighLevel: { postalCode: '01067' } },
  });
  await type('1069');
  expect([(await now()).postalCode, writes()]).toEqual(['01067', 0]);
});

test('once the column is text the code is taken as HighLevel has it', async () => {
  const { panel, view, cell, now } = await startColumn({
    ...{ field: 'postalCode', cell: '1067', type: 'Int', inHighLevel: { postalCode: '01067' } },
  });
  expect(await panel.fields.changeType('postalCode', 'Text')).toBeNull();
  await pass(1_000);
  expect(view()).toMatchObject({ mark: 'differs', issue: null, inGrist: '1067', offers: { highlevel: true } });
  panel.fields.resolve('postalCode', 'highlevel', false);
  await pass(1_000);
  expect([(await now()).postalCode, cell(), view().mark]).toEqual(['01067', '01067', 'none']);
});

test('a type that a person changes in Grist is noticed at once', async () => {
  const { grist, view } = await startColumn({
    ...{ field: 'postalCode', cell: '1067', type: 'Int', inHighLevel: { postalCode: '01067' } },
  });
  grist.retype('postalCode', 'Text');
  await pass(1_000);
  expect(view()).toMatchObject({ issue: null, inGrist: '1067' });
});

test('zeros that a change of type took are not sent', async () => {
  const { grist, writes, now } = await startColumn({
    ...{ field: 'postalCode', cell: '01067', inHighLevel: { postalCode: '01067' } },
  });
  await pass(2_000);
  grist.retype('postalCode', 'Int');
  await pass(5_000);
  expect([(await now()).postalCode, writes()]).toEqual(['01067', 0]);
});

test.each(['00123', '12E4', '1.10'])('the text %s in a column of numbers stays as HighLevel has it', async (source) => {
  const { writes, now, view } = await startColumn({
    ...{ field: 'source', cell: String(Number(source)), type: 'Numeric', inHighLevel: { source } },
  });
  expect([(await now()).source, writes(), view().issue?.code]).toEqual([source, 0, 'numbers']);
});

test('a column of references takes no part, and says so', async () => {
  const { view, writes } = await startColumn({
    ...{ field: 'state', cell: '3', type: 'Ref:States', inHighLevel: { state: 'Bavaria' } },
  });
  expect(view()).toMatchObject({ inGrist: null, issue: { code: 'references' } });
  expect(writes()).toBe(0);
});

test('a birthday whose year is typed with two digits is not sent, and says why', async () => {
  const { type, view, now, writes } = await startColumn({
    ...{ field: 'dateOfBirth', cell: '25.09.1985', others: ['30.01.1990'], inHighLevel: { dateOfBirth: '1985-09-25' } },
  });
  await pass(1_000);
  expect(view().mark).toBe('none');
  await type('26.9.85');
  expect([(await now()).dateOfBirth, writes()]).toEqual(['1985-09-25', 0]);
  expect(view().issue).toMatchObject({ code: 'short-year', samples: ['26.9.85'] });
});
