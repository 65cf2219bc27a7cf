import { expect, test } from 'vitest';
import { newDatabase } from '../helpers/databases.ts';
import { arrangeOauth } from './arrange-oauth.ts';

test('a note that is wished of two proxies at once is made once and told by both', async () => {
  const databaseUrl = await newDatabase('the embedded database');
  const one = await arrangeOauth({ databaseUrl });
  const { sandbox } = one;
  const other = await arrangeOauth({ databaseUrl, sandbox });
  await one.connect();
  const { session } = await one.enter();
  sandbox.faults.add('latency', { method: 'POST', path: '/notes', ms: 400, times: 1 });
  const wish = async ({ proxy, contactPath }: typeof one) => {
    const answer = await proxy.request(`https://panel.example.org${contactPath}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session}`, 'idempotency-key': 'wish' },
      body: JSON.stringify({ body: 'Once' }),
    });
    const { note } = (await answer.json()) as { note?: { id: string } };
    return { status: answer.status, id: note?.id };
  };
  const [first, second] = await Promise.all([wish(one), wish(other)]);
  expect(first).toEqual({ status: 201, id: expect.any(String) });
  expect(second).toEqual(first);
  expect(sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/notes'))).toHaveLength(1);
  await Promise.all([one.storage.close(), other.storage.close()]);
});
