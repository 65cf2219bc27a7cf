import { expect, test } from 'vitest';
import { openOAuth, redirectUri } from './oauth-arrange.ts';

test('the page offers each location and lists the requested scopes', async () => {
  const { page, sandbox } = openOAuth();
  const response = await page();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  const text = await response.text();
  for (const { locationId, name } of sandbox.info.locations) {
    expect(text).toContain(`value="${locationId}"`);
    expect(text).toContain(name.replace('&', '&amp;'));
  }
  expect(text).toContain('contacts.write');
});

test('a choice sends the code and the state back to the app', async () => {
  const { choose, locationId } = openOAuth();
  const back = await choose(locationId);
  expect(back.origin + back.pathname).toBe(redirectUri);
  expect(back.searchParams.get('code')).toMatch(/^[0-9a-f]{40}$/);
  expect(back.searchParams.get('state')).toBe('opaque state');
});

test('quirk stateEchoed (undocumented): the state may be lost', async () => {
  const { choose, locationId } = openOAuth({ quirks: { stateEchoed: false } });
  expect((await choose(locationId)).searchParams.has('state')).toBe(false);
});

test.each([
  [{ client_id: 'someone-else' }, 'client id'],
  [{ response_type: 'token' }, 'response type'],
  [{ scope: 'contacts.readonly contacts.sell' }, 'contacts.sell'],
  [{ scope: '' }, 'scope'],
  [{ redirect_uri: 'not an address' }, 'redirect'],
])('the page refuses %o', async (changes, reason) => {
  const { page } = openOAuth();
  const response = await page(changes);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(reason);
});

test('only a registered address is redirected to', async () => {
  const { page } = openOAuth({ redirectUris: [redirectUri] });
  expect((await page()).status).toBe(200);
  expect((await page({ redirect_uri: `${redirectUri}/` })).status).toBe(400);
});

test('input of the app is inert on the page', async () => {
  const { page } = openOAuth();
  const text = await (await page({ state: '"><script>globalThis.__pwned = 1</script>' })).text();
  expect(text).not.toContain('<script>');
});
