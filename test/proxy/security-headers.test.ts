import { expect, test } from 'vitest';
import { arrange, errorOf } from './arrange.ts';

const policyOf = (answer: Response) =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') as string).split('; ').map((rule) => {
      const [name, ...values] = rule.split(' ');
      return [name, values.join(' ')];
    }),
  );

test('lets the configured Grist frame the widget, and nobody else', async () => {
  const { proxy } = await arrange({ gristOrigins: ['https://docs.getgrist.com', 'https://grist.example.org'] });
  const answer = await proxy.request('http://127.0.0.1/');
  expect(policyOf(answer)['frame-ancestors']).toBe('https://docs.getgrist.com https://grist.example.org');
  expect(answer.headers.get('x-frame-options')).toBeNull();
});

test('lets nobody frame the widget when no Grist is configured', async () => {
  const { proxy } = await arrange({ gristOrigins: [] });
  expect(policyOf(await proxy.request('http://127.0.0.1/'))['frame-ancestors']).toBe("'none'");
});

test('runs only scripts that it serves itself', async () => {
  const { proxy } = await arrange();
  const answer = await proxy.request('http://127.0.0.1/');
  expect(policyOf(answer)).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'connect-src': "'self'" });
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

test('asks for HTTPS for good only where it is public by HTTPS', async () => {
  const local = await (await arrange()).proxy.request('http://127.0.0.1/');
  expect(local.headers.get('strict-transport-security')).toBeNull();
  const { proxy } = await arrange({ publicUrl: 'https://panel.example.org' });
  expect((await proxy.request('http://127.0.0.1/')).headers.get('strict-transport-security')).toBe('max-age=15552000');
});

test.each(['https://evil.example.org', 'null', 'http://127.0.0.1:9999'])(
  'answers no page of the origin %s',
  async (origin) => {
    const { call, sent, contactId } = await arrange();
    const answer = await call('GET', `/contacts/${contactId}`, { headers: { origin, host: '127.0.0.1' } });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await errorOf(answer)).toMatchObject({ code: 'forbidden' });
    expect(sent).toEqual([]);
  },
);

test('answers the widget that it serves', async () => {
  const { call, contactId } = await arrange({ publicUrl: 'https://panel.example.org' });
  const headers = { origin: 'https://panel.example.org', host: '127.0.0.1:8787' };
  expect((await call('GET', `/contacts/${contactId}`, { headers })).status).toBe(200);
});
