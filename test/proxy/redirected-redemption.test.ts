import { expect, test } from 'vitest';
import { createTokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { listen } from '../../proxy/server.ts';

test('a token endpoint that points elsewhere is not followed there', async () => {
  const seen: string[] = [];
  const elsewhere = await listen(
    async (request) => {
      seen.push(await request.text());
      return Response.json({});
    },
    { port: 0, host: '127.0.0.1' },
  );
  const highlevel = await listen(() => Response.redirect(`${elsewhere.url}/oauth/token`, 307), {
    port: 0,
    host: '127.0.0.1',
  });
  const endpoint = createTokenEndpoint({ apiUrl: highlevel.url, clientId: 'client', clientSecret: 'secret' });
  // The sign-in is kept: whoever stands in between may be gone a moment later.
  await expect(endpoint.redeem('refresh', 'Location')).rejects.toMatchObject({ failure: 'passing' });
  expect(seen).toEqual([]);
  await Promise.all([highlevel.close(), elsewhere.close()]);
});
