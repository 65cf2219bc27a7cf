import { beforeEach, expect, test, vi } from 'vitest';
import type { FieldValues } from '../../../sync/fields.ts';
import { holdAnswers } from '../../helpers/held-answers.ts';
import { pass } from '../../helpers/start-panel.ts';
import { noor, startLinking, stranger } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startWithMatch(of: (contact: Awaited<ReturnType<typeof stranger>>) => FieldValues) {
  const desk = await startLinking({ values: {} });
  const contact = await stranger(desk);
  desk.bench.grist.change(9, { values: of(contact) });
  await desk.settle();
  return { ...desk, contact };
}

test('a row with the e-mail and phone of a contact finds it, and says why', async () => {
  const { likely, contact } = await startWithMatch(({ email, phone }) => ({ email: email.toUpperCase(), phone }));
  expect(likely().step).toBe('found');
  expect(likely().candidates[0]).toMatchObject({ contact: { id: contact.id }, reasons: ['email', 'phone'], rows: [] });
});

test('a phone as people of the location write it finds its contact', async () => {
  const desk = await startLinking({ values: {} });
  await desk.make({ name: 'Ada Byron', phone: '+442079460182' });
  desk.bench.grist.change(9, { values: { phone: '020 7946 0182' } });
  await desk.settle();
  expect(desk.likely().candidates.map(({ contact, reasons }) => [contact.name, reasons])).toEqual([
    ['Ada Byron', ['phone']],
  ]);
});

test('a name is asked for only where e-mail and phone find nobody', async () => {
  const { likely, contact, searches } = await startWithMatch(({ name }) => ({ ...noor, name }));
  expect(likely().candidates[0]).toMatchObject({ contact: { id: contact.id }, reasons: ['name'] });
  expect(searches().length).toBeGreaterThan(2);
});

test('an e-mail that HighLevel keeps beside the main one is found as well', async () => {
  const desk = await startLinking({ values: {} });
  const { id } = await desk.make({ name: 'Grace K', email: 'grace@main.example' });
  const record = desk.bench.sandbox.state.locations.get(desk.bench.sandbox.info.locationId)!.contacts.get(id)!;
  record.additionalEmails = ['second@kimani.example'];
  desk.bench.grist.change(9, { values: { email: 'second@kimani.example' } });
  await desk.settle();
  expect(desk.likely().candidates).toMatchObject([{ contact: { id }, reasons: ['email'] }]);
});

test('the row that holds a candidate already is told', async () => {
  const desk = await startLinking({ values: {} });
  const { email } = await desk.bench.contact(2);
  desk.bench.grist.change(9, { values: { email } });
  await desk.settle();
  expect(desk.likely().candidates).toMatchObject([{ reasons: ['email'], rows: [2] }]);
});

test('nobody like the row is found, and nothing is asked for a row that says nothing', async () => {
  const { bench, likely, settle } = await startLinking();
  await settle();
  expect(likely()).toMatchObject({ step: 'found', candidates: [] });
  bench.grist.change(9, { values: { name: '', email: '', phone: '' } });
  bench.requests();
  await settle();
  expect(likely().step).toBe('nothing-to-search');
  expect(bench.requests()).toEqual([]);
});

test('at most one question goes out in 250 ms, however fast somebody types', async () => {
  const { bench, linking, settle } = await startLinking();
  await settle();
  const asked: number[] = [];
  const answer = bench.sandbox.fetch;
  bench.sandbox.fetch = (request) => {
    if (request.url.includes('/contacts/')) asked.push(Date.now());
    return answer(request);
  };
  for (const letter of 'a long search for somebody') {
    linking.search(linking.text.value + letter);
    await pass(letter === ' ' ? 260 : 20);
  }
  bench.grist.select(1);
  bench.grist.select(9);
  await settle();
  const gaps = asked.slice(1).map((at, index) => at - asked[index]!);
  expect(asked.length).toBeGreaterThan(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(250);
});

test('a late answer about another row is dropped', async () => {
  const desk = await startLinking({ values: {}, rows: { 10: { contactId: '', values: noor } } });
  const { email } = await stranger(desk);
  const { held, release } = holdAnswers(desk.bench.sandbox, ({ url }) => url.endsWith('/contacts/search'));
  desk.bench.grist.change(9, { values: { email } });
  await pass(1000);
  await held;
  desk.bench.grist.select(10);
  release();
  await desk.settle();
  expect(desk.linking.row.value?.rowId).toBe(10);
  expect(desk.likely()).toMatchObject({ step: 'found', candidates: [] });
});

test('a walk through rows without contacts asks for the last one alone', async () => {
  const rows = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at + 20, { contactId: '', values: noor }]));
  const { bench, searches, settle } = await startLinking({ rows });
  await settle();
  searches();
  for (let row = 20; row < 40; row++) {
    bench.grist.select(row);
    await pass(40);
  }
  const onTheWay = searches().length;
  await settle();
  expect(onTheWay).toBeLessThanOrEqual(1);
  expect(searches().length).toBeGreaterThan(0);
});

test.each([
  ['a name', (name: string) => name],
  ['an e-mail', (_: string, email: string) => email],
  ['a phone', (_: string, __: string, phone: string) => phone],
  ['a tag', () => 'autumn show 2099'],
  ['a tag with its sign', () => '#autumn show 2099'],
])('typed words find a contact by %s', async (_, words) => {
  const desk = await startLinking();
  const { id, name, email, phone } = await stranger(desk);
  const location = desk.bench.sandbox.state.locations.get(desk.bench.sandbox.info.locationId)!;
  location.contacts.get(id)!.tags = ['autumn show 2099'];
  desk.linking.search(words(name, email, phone));
  await desk.settle();
  expect(desk.linking.found.value?.candidates.map(({ contact }) => contact.id)).toContain(id);
});

test('words belong to the row for which they were typed', async () => {
  const { bench, linking, settle } = await startLinking({ rows: { 10: { contactId: '', values: noor } } });
  linking.search('somebody');
  await settle();
  bench.grist.select(10);
  expect(linking.text.value).toBe('');
  expect(linking.found.value).toBeNull();
});

test('what HighLevel could not answer is asked again by itself', async () => {
  const desk = await startLinking({ values: {} });
  const { email } = await stranger(desk);
  desk.bench.sandbox.faults.add('rate-limited', { path: '/contacts/search', times: 1, retryAfter: '4' });
  desk.bench.grist.change(9, { values: { email } });
  await pass(2000);
  expect(desk.likely()).toMatchObject({ step: 'failed', failure: { code: 'rate-limited' } });
  await desk.settle();
  expect(desk.likely()).toMatchObject({ step: 'found', candidates: [{ reasons: ['email'] }] });
});

test.each([
  ['a soft hyphen', (email: string) => `${email.slice(0, 3)}\u00ad${email.slice(3)}`],
  ['a joiner in front', (email: string) => `\u2060${email}`],
  ['mailto:', (email: string) => `mailto:${email}?subject=Hello`],
  ['a trailing comma', (email: string) => `${email},`],
  ['a name around it', (email: string) => `Somebody <${email}>`],
] as const)('an e-mail with %s finds its contact', async (_, written) => {
  const { likely, contact } = await startWithMatch(({ email }) => ({ email: written(email) }));
  expect(likely().candidates).toMatchObject([{ contact: { id: contact.id }, reasons: ['email'] }]);
});

test.each(['020 7946 0182 ext. 5', '\u202a+44 20 7946 0182\u202c', '+44 (0)20 7946 0182', '020\u201179460182 x12'])(
  'the number %j finds its contact',
  async (phone) => {
    const desk = await startLinking({ values: {} });
    const { id } = await desk.make({ name: 'Ada Byron', phone: '+442079460182' });
    desk.bench.grist.change(9, { values: { phone } });
    await desk.settle();
    expect(desk.likely().candidates).toMatchObject([{ contact: { id }, reasons: ['phone'] }]);
  },
);
