import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One secret that the operator gave us, or that we made: everything else is derived from it. */
export interface Key {
  /** Eight characters of the secret's hash: tells keys apart and reveals nothing. */
  id: string;
  /** Derives 32 bytes for one purpose, so that a key is never used for two. */
  derive(purpose: 'tokens' | 'sessions'): Buffer;
}

/** The first key seals and signs; the others still open what was sealed before a rotation. */
export type KeyRing = readonly [Key, ...Key[]];

function createKey(secret: string): Key {
  return {
    id: createHash('sha256').update(secret).digest('base64url').slice(0, 8),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `grist-highlevel-panel ${purpose}`, 32)),
  };
}

/**
 * Reads `SECRET_KEY`: one secret of at least 32 characters, or several separated by commas, the newest first. A secret
 * that is too short throws with an example.
 */
export function parseKeys(secrets: string): KeyRing {
  const [first, ...others] = secrets
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean);
  if (!first || [first, ...others].some((secret) => secret.length < 32)) {
    throw new Error(
      `SECRET_KEY needs at least 32 characters, for example ${randomBytes(24).toString('base64url')}. To rotate it, put the new one before the old one, separated by a comma.`,
    );
  }
  return [createKey(first), ...others.map(createKey)];
}

/** Reads the secret kept in `file`, and makes one that only its owner can read when there is none. */
export function keptKeys(file: string): KeyRing {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // `wx` fails when the file exists, so that of two processes starting at once one makes the key and both use it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parseKeys(readFileSync(file, 'utf8'));
}
