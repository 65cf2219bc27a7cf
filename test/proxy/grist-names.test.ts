import { expect, test } from 'vitest';
import { createNames } from '../../proxy/grist/names.ts';

const origin = 'https://grist.example.org';
const place = { origin, docId: 'xzorDHpEQ7G97fDE5b2WYU' };
const users = [
  { id: 5, name: 'Amara Diallo', email: 'amara@example.org', access: 'owners' },
  { id: 6, name: '', email: 'ben@example.org', access: 'editors' },
];

function arrange(key: string | null = 'k'.repeat(40)) {
  const asked: Request[] = [];
  let answer = () => Response.json({ maxInheritedRole: 'owners', users });
  let ahead = 0;
  const namesOf = createNames({
    grists: [{ origin, internalUrl: 'http://grist.test' }],
    keys: new Map(key === null ? [] : [[origin, key]]),
    fetch: async (input, init) => {
      asked.push(new Request(input, init));
      return answer();
    },
    now: () => Date.now() + ahead,
  });
  return {
    namesOf,
    asked,
    fails: () => {
      answer = () => new Response('no', { status: 503 });
    },
    later: (minutes: number) => {
      ahead += minutes * 60_000;
    },
  };
}

test('people are called by their names, or by their e-mail where they have none', async () => {
  const { namesOf, asked } = arrange();
  expect([...(await namesOf(place))]).toEqual([
    [5, 'Amara Diallo'],
    [6, 'ben@example.org'],
  ]);
  expect(asked[0]?.url).toBe('http://grist.test/api/docs/xzorDHpEQ7G97fDE5b2WYU/access');
  expect(asked[0]?.headers.get('authorization')).toBe(`Bearer ${'k'.repeat(40)}`);
});

test('Grist is asked once for some minutes, whoever wants to know', async () => {
  const { namesOf, asked, later } = arrange();
  await Promise.all([namesOf(place), namesOf(place), namesOf(place)]);
  later(4);
  await namesOf(place);
  expect(asked).toHaveLength(1);
  later(2);
  await namesOf(place);
  expect(asked).toHaveLength(2);
});

test('without a key nobody is asked and nobody is named', async () => {
  const { namesOf, asked } = arrange(null);
  expect((await namesOf(place)).size).toBe(0);
  expect(asked).toEqual([]);
});

test('another Grist gets no key', async () => {
  const { namesOf, asked } = arrange();
  expect((await namesOf({ ...place, origin: 'https://elsewhere.example.org' })).size).toBe(0);
  expect(asked).toEqual([]);
});

test('while Grist does not answer the last names are told', async () => {
  const { namesOf, fails, later } = arrange();
  await namesOf(place);
  fails();
  later(6);
  expect((await namesOf(place)).get(5)).toBe('Amara Diallo');
});
