import { beforeEach, expect, test, vi } from 'vitest';
import { noteKey } from '../../../engine/write-keys.ts';
import type { Sandbox } from '../../../sandbox/app.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const puts = (sandbox: Sandbox) => sandbox.requests.filter(({ method }) => method === 'PUT').length;

async function start(customFieldKey: 'field_value' | 'fieldValue' | 'value' | 'any') {
  const bench = await startContact();
  bench.sandbox.quirks.customFieldKey = customFieldKey;
  noteKey(bench.sandbox.info.locationId, null);
  const { id } = (await bench.definitions()).find(({ kind }) => kind === 'text')!;
  const field = `custom:${id}` as const;
  const save = async (text: string) => {
    const before = puts(bench.sandbox);
    await bench.save(field, text);
    return puts(bench.sandbox) - before;
  };
  return { ...bench, id, field, saveText: save };
}

test.each(['field_value', 'fieldValue', 'value', 'any'] as const)(
  'a custom field is saved where HighLevel takes %s, which is then known',
  async (key) => {
    const bench = await start(key);
    await bench.saveText('PN-7');
    expect((await bench.there()).customFields[bench.id]).toBe('PN-7');
    expect(bench.more(bench.field)).toMatchObject({ value: 'PN-7', mark: 'none', failure: null });
    expect(await bench.saveText('PN-8')).toBe(1);
    expect((await bench.there()).customFields[bench.id]).toBe('PN-8');
    expect(await bench.saveText('')).toBe(1);
    expect((await bench.there()).customFields[bench.id]).toBeUndefined();
  },
);

test('a custom field that HighLevel takes under no key is said not to be taken, and the text stays', async () => {
  const bench = await start('field_value');
  bench.sandbox.faults.add('value-ignored', { field: bench.id });
  await bench.saveText('PN-7');
  expect(bench.more(bench.field)).toMatchObject({ draft: 'PN-7', failure: { code: 'ignored' } });
});

test('a key that works no longer is learnt again', async () => {
  const bench = await start('fieldValue');
  await bench.saveText('PN-7');
  bench.sandbox.quirks.customFieldKey = 'value';
  await bench.saveText('PN-8');
  await bench.saveText('PN-9');
  expect((await bench.there()).customFields[bench.id]).toBe('PN-9');
});
