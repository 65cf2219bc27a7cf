import { expect, test } from 'vitest';
import { overSdk } from './sdk.ts';

test('the SDK takes the sandbox’s signature, and no other', async () => {
  const { sdk, sandbox, contactId } = await overSdk();
  const received: { body: string; signature: string }[] = [];
  sandbox.webhooks.urls.push('http://127.0.0.1/webhooks');
  sandbox.webhooks.fetch = async (input, init) => {
    const request = new Request(input, init);
    received.push({ body: await request.text(), signature: request.headers.get('x-ghl-signature') ?? '' });
    return new Response(null, { status: 200 });
  };

  await sdk.contacts.updateContact({ contactId }, { city: 'Oslo' });
  await sandbox.webhooks.settled();
  const [{ body, signature } = { body: '', signature: '' }] = received;
  expect(JSON.parse(body)).toMatchObject({ type: 'ContactUpdate', id: contactId, city: 'Oslo' });
  const publicKey = await sandbox.webhooks.publicKey();
  expect(sdk.webhooks.verifyEd25519Signature(body, signature, publicKey)).toBe(true);
  expect(sdk.webhooks.verifyEd25519Signature(`${body} `, signature, publicKey)).toBe(false);
});
