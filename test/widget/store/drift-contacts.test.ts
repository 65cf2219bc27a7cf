import { expect, test } from 'vitest';
import { readListed } from '../../../engine/listed-contacts.ts';
import type { Contact } from '../../../highlevel/contact.ts';

/** Reads the wanted contacts out of a location of `size`; answers what was found, and how many pages it took. */
async function read(wanted: readonly number[], size: number) {
  const found: string[] = [];
  let listed = 0;
  async function* contacts() {
    for (; listed < size; listed++) yield { id: String(listed) } as Contact;
    return 'complete' as const;
  }
  await readListed(new Set(wanted.map(String)), contacts(), ({ id }) => found.push(id));
  return { found, pages: Math.ceil((listed + 1) / 100) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test('the list is read until all that are wanted were seen, and no further', async () => {
  expect(await read(upTo(250), 5_000)).toMatchObject({ pages: 3 });
  expect((await read(upTo(250), 5_000)).found.length).toBe(250);
});

test('a large location is not read through for a few contacts', async () => {
  const { found, pages } = await read([5, 7, 99_000], 100_000);
  expect([found, pages]).toEqual([['5', '7'], 2]);
});

test('pages that tell of nobody are borne as long as the missing ones would cost more', async () => {
  const late = upTo(60).map((index) => 3_000 + index);
  const { found, pages } = await read(late, 5_000);
  expect([found.length, pages]).toEqual([60, 31]);
});

test('a list that ends early leaves the rest to be asked for', async () => {
  expect((await read([10, 700], 200)).found).toEqual(['10']);
});
