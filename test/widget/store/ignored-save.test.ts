import { beforeEach, expect, test, vi } from 'vitest';
import type { FieldRef } from '../../../sync/refs.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

type Bench = Awaited<ReturnType<typeof startContact>>;
const shown = (bench: Bench, key: FieldRef) => bench.field(key as 'city') ?? bench.more(key);

const standard = [
  ['firstName', 'Wanjiku'],
  ['email', 'new@example.com'],
  ['phone', '+254722445903'],
  ['city', 'Eldoret'],
  ['source', ''],
  ['dateOfBirth', '1979-05-06'],
  ['website', 'https://example.org'],
  ['country', 'IS'],
] as const;

test.each(standard)('%s that HighLevel ignores is said not to be taken, and %j stays typed', async (key, text) => {
  const bench = await startContact();
  const before = (await bench.there())[key];
  bench.sandbox.faults.add('value-ignored', { field: key });
  await bench.save(key, text);
  expect((await bench.there())[key]).toBe(before);
  expect(bench.field(key)).toMatchObject({ draft: text, failure: { code: 'ignored', theirs: before } });
  expect(bench.log().at(-1)).toMatchObject({ what: key, to: text, result: 'refused' });
});

test('a value of which HighLevel keeps half is said not to be taken, and the text stays', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('value-halved', { field: 'city' });
  await bench.save('city', 'Eldoret');
  expect(bench.field('city')).toMatchObject({
    value: 'Eldo',
    draft: 'Eldoret',
    failure: { code: 'ignored', theirs: 'Eldo' },
  });
});

test.each([
  ['city', '  New   York ', 'new york'],
  ['website', 'http://Example.org', 'https://example.org/'],
  ['firstName', 'WANJIKU', 'wanjiku'],
] as const)('%s that HighLevel writes in its own form is saved, and the row follows', async (key, text, theirs) => {
  const bench = await startContact({ columns: { website: '' } });
  bench.sandbox.faults.add('value-normalised', { field: key });
  await bench.save(key, text);
  expect(bench.field(key)).toMatchObject({ value: theirs, mark: 'none', draft: null, failure: null });
  expect(bench.grist.row(1).values[key]).toBe(theirs);
});

test('a tag that HighLevel does not add is said not to be taken', async () => {
  const bench = await startContact();
  const { tags } = await bench.there();
  bench.sandbox.faults.add('value-ignored', { path: '/tags' });
  await bench.save('tags', [...tags, 'new one'].join('\n'));
  expect(shown(bench, 'tags').failure).toMatchObject({ code: 'ignored' });
});

test('a channel that HighLevel does not close is said not to be taken', async () => {
  const bench = await startContact();
  const { dndSettings } = await bench.there();
  const text = dndSettings.sms === 'active' ? 'inactive' : 'active';
  bench.sandbox.faults.add('value-ignored', { field: 'dndSettings' });
  await bench.save('dnd:sms', text);
  expect(shown(bench, 'dnd:sms')).toMatchObject({ draft: text, failure: { code: 'ignored' } });
});

test('a value that HighLevel took in the end is saved when it is tried again', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('value-ignored', { field: 'city', times: 1 });
  await bench.save('city', 'Eldoret');
  await bench.save('city', 'Eldoret');
  expect(bench.field('city')).toMatchObject({ value: 'Eldoret', mark: 'none', failure: null });
  expect((await bench.there()).city).toBe('Eldoret');
});

test('of an edit in the grid that HighLevel ignores the cell keeps what was typed', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('value-ignored', { field: 'city' });
  bench.grist.change(1, { values: { city: 'Eldoret' } });
  await pass(5000);
  expect(bench.grist.row(1).values.city).toBe('Eldoret');
  expect(bench.field('city').failure).toMatchObject({ code: 'ignored' });
});

test('of an edit in the grid that HighLevel writes in its own form the cell follows, and it is sent once', async () => {
  const bench = await startContact();
  bench.sandbox.faults.add('value-normalised', { field: 'city' });
  bench.requests();
  bench.grist.change(1, { values: { city: 'New  YORK' } });
  await pass(15_000);
  expect(bench.grist.row(1).values.city).toBe('new york');
  expect(bench.field('city')).toMatchObject({ value: 'new york', mark: 'none', failure: null });
  expect(bench.requests().filter((request) => request.startsWith('PUT'))).toHaveLength(1);
});

test('an edit that HighLevel wrote in its own form can be taken back', async () => {
  const bench = await startContact();
  const { city } = await bench.there();
  bench.sandbox.faults.add('value-normalised', { field: 'city', times: 1 });
  await bench.save('city', 'New  YORK');
  bench.panel.notices.undo();
  await pass(3000);
  expect((await bench.there()).city).toBe(city);
  expect(bench.field('city')).toMatchObject({ value: city, mark: 'none', failure: null });
});
