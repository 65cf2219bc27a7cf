import { beforeEach, expect, test, vi } from 'vitest';
import type { CustomFieldKind } from '../../../highlevel/custom-fields.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** What is typed for a kind, and what HighLevel then has. */
const typed: [Exclude<CustomFieldKind, 'other' | 'file'>, string, unknown][] = [
  ['text', 'PN-7', 'PN-7'],
  ['large-text', 'One\nTwo', 'One\nTwo'],
  ['number', '12.5', 12.5],
  ['phone', '+442079460182', '+442079460182'],
  ['money', '18400.5', 18400.5],
  ['checkbox', 'Doors\nRoofing', ['Doors', 'Roofing']],
  ['single', 'Hot', 'Hot'],
  ['multiple', 'Repair\nSurvey', ['Repair', 'Survey']],
  ['date', '2027-01-12', '2027-01-12'],
  ['time', '09:30', '09:30'],
  ['radio', 'SMS', 'SMS'],
];

test.each(typed)('a field of kind %s is saved, and emptied', async (kind, text, raw) => {
  const bench = await startContact({ define: kind });
  const fields = (await bench.definitions()).filter((field) => field.kind === kind);
  const key = `custom:${fields[0]!.id}` as const;
  await bench.save(key, text);
  expect((await bench.there()).customFields[fields[0]!.id]).toEqual(raw);
  expect(bench.more(key)).toMatchObject({ value: text, mark: 'none', editable: true });
  await bench.save(key, '');
  expect((await bench.there()).customFields[fields[0]!.id]).toBeUndefined();
  expect(bench.more(key).value).toBe('');
});

test('the boxes of a list keep their names and breaks when one is changed', async () => {
  const bench = await startContact();
  const { id } = (await bench.definitions()).find(({ kind }) => kind === 'text-list')!;
  await bench.change({ customFields: [{ id, field_value: { one: 'Caretaker:\nmornings', two: 'Keys' } }] });
  bench.panel.refresh();
  await pass(2000);
  expect(bench.more(`custom:${id}`).value).toBe('Caretaker: mornings\nKeys');
  await bench.save(`custom:${id}`, 'Caretaker: mornings\nDog');
  expect((await bench.there()).customFields[id]).toEqual({ one: 'Caretaker:\nmornings', two: 'Dog' });
});

test('a file is shown and never written', async () => {
  const bench = await startContact();
  const { id } = (await bench.definitions()).find(({ kind }) => kind === 'file')!;
  const before = (await bench.there()).customFields[id];
  expect(bench.more(`custom:${id}`).editable).toBe('not-in-api');
  await bench.save(`custom:${id}`, 'nothing');
  expect((await bench.there()).customFields[id]).toEqual(before);
});

test.each([
  ['number', 'twelve'],
  ['date', '12.01.2027'],
  ['phone', 'call me'],
] as const)('a %s that is none is kept with the reason and not sent', async (kind, text) => {
  const bench = await startContact();
  const { id } = (await bench.definitions()).find((field) => field.kind === kind)!;
  bench.requests();
  await bench.save(`custom:${id}`, text);
  expect(bench.more(`custom:${id}`)).toMatchObject({ draft: text, failure: { code: 'invalid' } });
  expect(bench.requests().filter((line) => line.startsWith('PUT'))).toEqual([]);
  expect(bench.panel.status.value.kind).toBe('failed');
});

test('a custom field that somebody else changed asks first', async () => {
  const bench = await startContact();
  const { id } = (await bench.definitions()).find(({ kind }) => kind === 'single')!;
  await bench.change({ customFields: [{ id, field_value: 'Warm' }] });
  bench.panel.refresh();
  await pass(2000);
  await bench.change({ customFields: [{ id, field_value: 'Cold' }] });
  await bench.save(`custom:${id}`, 'Hot');
  expect(bench.more(`custom:${id}`).failure).toMatchObject({ code: 'changed', theirs: 'Cold' });
  expect((await bench.there()).customFields[id]).toBe('Cold');
});

test('its column follows, and undo gives both sides the earlier value', async () => {
  const { definitions } = await startContact();
  const { id } = (await definitions()).find(({ kind }) => kind === 'single')!;
  const bench = await startContact({ columns: { [`custom:${id}`]: 'Warm' } });
  await bench.change({ customFields: [{ id, field_value: 'Warm' }] });
  bench.panel.refresh();
  await pass(2000);
  const cell = () => (bench.grist.row(1).values as Record<string, string>)[`custom:${id}`];
  await bench.save(`custom:${id}`, 'Hot');
  expect(cell()).toBe('Hot');
  bench.panel.notices.undoLast();
  await pass(2000);
  expect(cell()).toBe('Warm');
  expect((await bench.there()).customFields[id]).toBe('Warm');
});

test('digits that HighLevel’s numbers cannot hold are refused, not rounded', async () => {
  const bench = await startContact({ define: 'number' });
  const { id } = (await bench.definitions()).find(({ kind }) => kind === 'number')!;
  const before = (await bench.there()).customFields[id];
  await bench.save(`custom:${id}`, '1234567890123456789');
  expect((await bench.there()).customFields[id]).toEqual(before);
  expect(bench.more(`custom:${id}`)).toMatchObject({ draft: '1234567890123456789', mark: 'failed' });
});
