import { statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptKeys, parseKeys } from '../../proxy/secrets/keys.ts';
import { createVault, SealBroken } from '../../proxy/secrets/vault.ts';

const old = 'an-old-secret-of-at-least-32-characters';
const fresh = 'a-newer-secret-of-at-least-32-characters';

test('what was sealed opens again, whatever it says', () => {
  const vault = createVault(parseKeys(fresh));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => vault.open(vault.seal(text, 'here'), 'here') === text),
  );
});

test('the same text never seals to the same bytes', () => {
  const vault = createVault(parseKeys(fresh));
  expect(vault.seal('token', 'here')).not.toBe(vault.seal('token', 'here'));
});

test('sealed text that was moved to another row does not open', () => {
  const vault = createVault(parseKeys(fresh));
  expect(() => vault.open(vault.seal('token', 'location a'), 'location b')).toThrow(SealBroken);
});

test('a single altered character does not open', () => {
  const vault = createVault(parseKeys(fresh));
  const sealed = vault.seal('token', 'here');
  const [, , nonce = '', body = ''] = sealed.split('.');
  const flipped = body[0] === 'A' ? 'B' : 'A';
  expect(() => vault.open(sealed.replace(`${nonce}.${body}`, `${nonce}.${flipped}${body.slice(1)}`), 'here')).toThrow(
    SealBroken,
  );
});

test('a rotated key still opens what the old one sealed, and says that it is stale', () => {
  const sealed = createVault(parseKeys(old)).seal('token', 'here');
  const rotated = createVault(parseKeys(`${fresh},${old}`));
  expect(rotated.open(sealed, 'here')).toBe('token');
  expect(rotated.isStale(sealed)).toBe(true);
  expect(rotated.isStale(rotated.seal('token', 'here'))).toBe(false);
});

test('a key that was dropped too early is named by its id, never by itself', () => {
  const sealed = createVault(parseKeys(old)).seal('token', 'here');
  expect(() => createVault(parseKeys(fresh)).open(sealed, 'here')).toThrow(/put the old secret back/);
});

test('a short secret is refused with an example of a good one', () => {
  expect(() => parseKeys('hunter2')).toThrow(/at least 32 characters, for example [\w-]{32}/);
});

test('a secret made at the first start is used at the second, and only its owner can read it', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'keys-')), 'data', 'secret.key');
  const [first] = keptKeys(file);
  const [second] = keptKeys(file);
  expect(second.id).toBe(first.id);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).not.toContain(first.id);
});

test('an emptied key file is refused, not silently replaced', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'keys-')), 'secret.key');
  writeFileSync(file, '');
  expect(() => keptKeys(file)).toThrow(/SECRET_KEY/);
});
