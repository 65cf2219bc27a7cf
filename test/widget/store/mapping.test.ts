import { expect, test, vi } from 'vitest';
import { loaded, startPanel } from '../../helpers/start-panel.ts';

async function start() {
  const bench = await startPanel({ columns: { phone: ['020 7946 0182', '020 7946 0999'], city: ['Bath'] } });
  await loaded(bench);
  const store = await bench.panel.settings.mapping();
  await vi.waitFor(() => expect(store.bindings.value).not.toBeNull());
  const binding = (field: string) => store.bindings.value?.find((one) => one.field === field);
  return { ...bench, store, binding };
}

test('mapped columns are listed with the way they go, and what HighLevel does not take is one-way', async () => {
  const { binding } = await start();
  expect(binding('city')).toMatchObject({ direction: 'both', transform: { kind: 'plain', of: 'text' }, problems: [] });
  expect(binding('companyName')).toMatchObject({ direction: 'to-grist' });
});

test('a preview shows what becomes of the document’s own values', async () => {
  const { store, binding } = await start();
  store.change('phone', { transform: { kind: 'phone', country: 'GB', inGrist: 'national' } });
  await vi.waitFor(() =>
    expect(binding('phone')?.preview[0]).toEqual({ text: '020 7946 0182', becomes: '+442079460182' }),
  );
});

test('a transform that does not read back the same is forced one way, and says which values', async () => {
  const { store, binding } = await start();
  const pairs = ['Leeds', 'Bath'].map((grist) => ({ grist, highlevel: 'west' }));
  store.change('city', { transform: { kind: 'choice', pairs } });
  expect(binding('city')).toMatchObject({
    direction: 'to-highlevel',
    problems: [{ code: 'comes-back-different', samples: ['Bath'] }],
  });
  store.change('city', { direction: 'both' });
  expect(binding('city')?.direction).toBe('to-highlevel');
});

test('the rule and the automatic sending are kept for everyone', async () => {
  const { store, grist } = await start();
  store.decideBy('highlevel');
  store.setAutomatic(false);
  expect(grist.section.options.value.sync).toMatchObject({ onConflict: 'highlevel', automatic: false });
});

test('“always for this column” outlives a new rule for all, and goes when the column is told to follow it', async () => {
  const { store, grist, binding } = await start();
  store.change('phone', { onConflict: 'ask' });
  store.change('city', { onConflict: 'grist' });
  store.decideBy('highlevel');
  expect([binding('phone')?.onConflict, binding('city')?.onConflict]).toEqual(['highlevel', 'grist']);
  store.change('city', { onConflict: 'highlevel' });
  expect(grist.section.options.value.sync?.bindings.map(({ onConflict }) => onConflict)).toEqual([
    'highlevel',
    'highlevel',
  ]);
});

test('what is left to join is offered, custom fields by HighLevel’s names', async () => {
  const { store, panel } = await start();
  const custom = panel.directory.customFields.value[0]!;
  expect(store.freeFields.value).toContainEqual({ field: `custom:${custom.id}`, label: custom.name });
  expect(store.freeFields.value.map(({ field }) => field)).toContain('dnd:sms');
});
