import { beforeEach, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/app.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startColumn } from './start-column.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('an owner is known by name, and a change in HighLevel is written as a name', async () => {
  const sandbox = createSandbox({ contacts: 50 });
  const [first, second] = [...sandbox.state.users.values()];
  const { view, cell, writes, changeHighLevel } = await startColumn({
    ...{ sandbox, field: 'assignee', cell: first!.name ?? '', inHighLevel: { assignee: first!.id } },
  });
  expect([view().mark, view().inGrist, writes()]).toEqual(['none', null, 0]);
  await changeHighLevel({ assignee: second!.id });
  expect(cell()).toBe(second!.name);
});

test('an owner whom HighLevel does not know is not sent, and says so', async () => {
  const sandbox = createSandbox({ contacts: 50 });
  const [first] = [...sandbox.state.users.values()];
  const { view, type, writes, now } = await startColumn({
    ...{ sandbox, field: 'assignee', cell: first!.name ?? '', inHighLevel: { assignee: first!.id } },
  });
  await type('Someone Else');
  expect([(await now()).assignee, writes()]).toEqual([first!.id, 0]);
  expect(view()).toMatchObject({ inGrist: null, issue: { code: 'unknown', samples: ['Someone Else'] } });
});

test('a country is known by name, and a change in HighLevel is written as a name', async () => {
  const { view, cell, writes, changeHighLevel } = await startColumn({
    ...{ field: 'country', cell: 'France', others: ['Germany', 'Spain'], inHighLevel: { country: 'FR' } },
  });
  expect([view().mark, writes()]).toEqual(['none', 0]);
  await changeHighLevel({ country: 'DE' });
  expect(cell()).toBe('Germany');
});

test.each([
  '+44 (0)20 7946 0018',
  '020 7946 0018',
  '\u202a+44 20 7946 0018\u202c',
  '+44 20\u20117946\u20110018',
  '+44 20 7946\u20130018',
])('the phone number %j is the same as in HighLevel', async (cell) => {
  const { view, writes } = await startColumn({ field: 'phone', cell, inHighLevel: { phone: '+442079460018' } });
  expect([view().mark, writes()]).toEqual(['none', 0]);
});

test('a name in another Unicode form, or with invisible characters, is the same name', async () => {
  const { view, writes } = await startColumn({
    ...{ field: 'name', cell: 'Zoe\u0308 Bru\u0308ll\u200b', inHighLevel: { firstName: 'Zoë', lastName: 'Brüll' } },
  });
  expect([view().mark, writes()]).toEqual(['none', 0]);
});

test('what merely looks different is offered at first sight, never sent, also to later pages', async () => {
  const bench = await startColumn({ field: 'city', cell: 'Leeds', inHighLevel: { city: 'York' } });
  expect(bench.view()).toMatchObject({ mark: 'differs', inGrist: 'Leeds', offers: { grist: true, highlevel: true } });
  bench.reload();
  await pass(3_000);
  expect([(await bench.now()).city, bench.cell(), bench.writes()]).toEqual(['York', 'Leeds', 0]);
});

test('where one side is empty at first sight the other fills it', async () => {
  const full = await startColumn({ field: 'city', cell: '', inHighLevel: { city: 'York' } });
  expect([full.cell(), full.writes()]).toEqual(['York', 0]);
  const empty = await startColumn({ field: 'city', cell: 'Leeds', inHighLevel: { city: '' } });
  expect((await empty.now()).city).toBe('Leeds');
});

test('what HighLevel emptied after another row agreed on it is not filled by a copy of that row', async () => {
  const bench = await startColumn({ field: 'city', cell: 'York', inHighLevel: { city: 'York' } });
  bench.grist.change(7, { contactId: bench.contactIds[1]!, values: { city: 'York' } });
  bench.grist.remove(1);
  await bench.changeHighLevel({ city: '' });
  bench.reload();
  bench.grist.select(7);
  await pass(3_000);
  expect((await bench.now()).city).toBe('');
  expect(bench.view()).toMatchObject({ mark: 'differs', inGrist: 'York' });
});
