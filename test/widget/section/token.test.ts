import { expect, test } from 'vitest';
import { createFakeGrist } from './fake-grist.ts';

test('Grist vouches with a token, the whole document id and its own origin', async () => {
  const section = createFakeGrist().open();
  await expect(section.accessToken()).resolves.toEqual({
    token: 'jwt',
    docId: 'xzorDHpEQ7G97fDE5b2WYU',
    origin: 'https://grist.example.org',
  });
});

test('a refused token is told as Grist said it', async () => {
  const grist = createFakeGrist();
  grist.api.docApi.getAccessToken.mockRejectedValue(new Error('Access not granted. Current access level read table'));
  await expect(grist.open().accessToken()).rejects.toMatchObject({ name: 'GristError', code: 'no-access' });
});
