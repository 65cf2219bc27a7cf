import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { openStorage } from '../../proxy/storage.ts';
import { arrange, arrangeSessions, docId, origin } from './arrange.ts';

const secret = new TextEncoder().encode('a-secret-of-somebody-else-with-32-characters');
const claims = { origin, docId, userId: 5, role: 'owner' };
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: object, key: Uint8Array | Parameters<SignJWT['sign']>[0] = secret) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', ...header })
    .setExpirationTime('10m')
    .sign(key);

type Forge = (real: string) => string | Promise<string>;

const kidOf = (real: string) => ({ kid: decodeProtectedHeader(real).kid });

const forgeries: Record<string, Forge> = {
  'without a signature': (real) => new UnsecuredJWT({ ...decodeJwt(real) }).encode(),
  'with the signature cut off': (real) => real.slice(0, real.lastIndexOf('.') + 1),
  'that says its algorithm is none': (real) =>
    [base64({ alg: 'none', ...kidOf(real) }), ...real.split('.').slice(1)].join('.'),
  'under our key id with a secret of another': (real) => signed(kidOf(real)),
  'under a key id that nobody has': () => signed({ kid: 'aaaaaaaa' }),
  'without a key id': () => signed({}),
  'under the name of what every object has': () => signed({ kid: 'constructor' }),
  'of another algorithm': (real) => signed({ alg: 'HS512', ...kidOf(real) }),
  'by a private key': (real) =>
    signed({ alg: 'RS256', ...kidOf(real) }, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  'with a role that was raised': (real) => {
    const [header, , signature] = real.split('.');
    return [header, base64({ ...decodeJwt(real), role: 'owner', userId: 1 }), signature].join('.');
  },
};

test.each(Object.entries(forgeries))('takes no session %s', async (_name, forge) => {
  const { proxy, session, sent, contactId } = await arrange({}, 'viewer');
  const answer = await proxy.request(`http://127.0.0.1/api/highlevel/contacts/${contactId}`, {
    headers: { authorization: `Bearer ${await forge(session)}` },
  });
  expect(answer.status).toBe(401);
  expect(sent).toEqual([]);
});

test('takes no access token of Grist for a session', async () => {
  const { proxy, introduce, sent } = await arrange();
  const { token } = await introduce('owner');
  const answer = await proxy.request('http://127.0.0.1/api/highlevel/users/', {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
  expect(sent).toEqual([]);
});

test('takes no session that our own key signed under another name', async () => {
  const secretKey = 'a-secret-for-tests-of-at-least-32-characters';
  const storage = await openStorage('file::memory:', secretKey);
  const { sessions } = await arrangeSessions(null, storage);
  const session = await signed({ kid: 'aaaaaaaa' }, storage.keys[0].derive('sessions'));
  await expect(sessions.find(session)).rejects.toMatchObject({ code: 'unauthenticated' });
});
