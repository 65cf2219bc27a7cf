import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a saved field reaches HighLevel first, then the row as one described step', async () => {
  const bench = await startPanel();
  bench.panel.fields.save('phone', '+254722445903');
  expect(bench.field('phone')).toMatchObject({ value: '+254722445903', mark: 'saving' });
  await pass(500);
  expect(bench.field('phone')).toMatchObject({ value: '+254722445903', mark: 'none', draft: null });
  expect((await bench.contact(1)).phone).toBe('+254722445903');
  expect(bench.grist.bundles).toMatchObject([
    { rowId: 1, values: { phone: '+254722445903' }, description: 'field phone' },
  ]);
});

test('only the changed field is sent', async () => {
  const bench = await startPanel();
  const bodies: unknown[] = [];
  const { fetch } = bench.sandbox;
  vi.spyOn(bench.sandbox, 'fetch').mockImplementation(async (request) => {
    if (request.method === 'PUT') bodies.push(await request.clone().json());
    return fetch(request);
  });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bodies).toEqual([{ city: 'Nairobi' }]);
});

test('the full name follows the first name into the same step', async () => {
  const bench = await startPanel();
  const { lastName } = await bench.contact(1);
  bench.panel.fields.save('firstName', 'Wanjiku');
  await pass(500);
  expect(bench.field('name')).toMatchObject({ value: `Wanjiku ${lastName}`, mark: 'none' });
  expect(bench.grist.bundles).toMatchObject([{ values: { firstName: 'Wanjiku', name: `Wanjiku ${lastName}` } }]);
});

test('a field without a column goes to HighLevel alone', async () => {
  const bench = await startPanel({ mapped: ['name'] });
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect((await bench.contact(1)).city).toBe('Nairobi');
  expect(bench.grist.bundles).toEqual([]);
});

test('a value that means the same is not sent', async () => {
  const bench = await startPanel();
  const { email, phone } = await bench.contact(1);
  bench.requests();
  bench.panel.fields.save('email', ` ${email.toUpperCase()} `);
  bench.panel.fields.save('phone', phone.replace(/(\d{3})/g, '$1 '));
  await pass(500);
  expect(bench.requests()).toEqual([]);
  expect([bench.field('email'), bench.field('phone')]).toMatchObject([{ mark: 'none' }, { mark: 'none' }]);
});

test('a clearable field is emptied on both sides', async () => {
  const bench = await startPanel();
  bench.panel.fields.save('source', '');
  await pass(500);
  expect((await bench.contact(1)).source).toBe('');
  expect(bench.grist.row(1).values.source).toBe('');
});

test.each([
  ['email', 'grace', 'invalid'],
  ['dateOfBirth', 'in May', 'invalid'],
  ['postalCode', '', 'required'],
] as const)('%s %j is kept as a draft with the reason and not sent', async (key, text, code) => {
  const bench = await startPanel();
  bench.panel.fields.save(key, text);
  await pass(500);
  expect(bench.field(key)).toMatchObject({ mark: 'failed', draft: text, failure: { code, retryable: false } });
  expect(bench.requests()).toEqual([]);
  bench.panel.fields.discard(key);
  expect(bench.field(key)).toMatchObject({ mark: 'none', draft: null, failure: null });
});

test('the company, which HighLevel lets nobody change, is not sent', async () => {
  const bench = await startPanel();
  expect(bench.field('companyName').editable).toBe('not-in-api');
  bench.panel.fields.save('companyName', 'Another');
  await pass(500);
  expect(bench.requests()).toEqual([]);
});

test.each([{ environment: { readOnly: true } }, { role: 'viewer' as const }])(
  'with %j nothing can be changed',
  async (setup) => {
    const bench = await startPanel(setup);
    expect(bench.panel.readOnly.value).toBe(true);
    expect(bench.field('city').editable).toBe('read-only');
    bench.panel.fields.save('city', 'Nairobi');
    bench.panel.fields.keepDraft('city', 'Nairobi');
    await pass(500);
    expect(bench.requests()).toEqual([]);
    expect(bench.field('city').draft).toBeNull();
  },
);

test('a cell that says something else is marked, and a cell that means the same is not', async () => {
  const bench = await startPanel();
  const { phone, email } = await bench.contact(1);
  bench.grist.setOptions({ sync: { bindings: [], onConflict: 'ask', automatic: false } });
  bench.grist.change(1, { values: { city: 'Elsewhere', phone: phone.replace('+', '00'), email: email.toUpperCase() } });
  expect(bench.field('city')).toMatchObject({ mark: 'differs', inGrist: 'Elsewhere' });
  expect([bench.field('phone').mark, bench.field('email').mark]).toEqual(['none', 'none']);
  expect(bench.panel.status.value).toEqual({ kind: 'differs', count: 1 });
});

test('undo in Grist after a save takes it back in HighLevel too', async () => {
  const bench = await startPanel();
  const { city } = await bench.contact(1);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.grist.undo();
  await pass(500);
  expect(bench.field('city')).toMatchObject({ value: city, mark: 'none' });
  expect((await bench.contact(1)).city).toBe(city);
});
