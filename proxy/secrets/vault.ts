import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './keys.ts';

/** Seals text for the database: AES-256-GCM, a new nonce each time, bound to the place where it is kept. */
export interface Vault {
  /** `place` names the row and column: sealed text moved elsewhere does not open. */
  seal(text: string, place: string): string;
  /** Throws `SealBroken` when the text was altered or moved, or its key is no longer known. */
  open(sealed: string, place: string): string;
  /** The same, but `null` for what cannot be opened. */
  tryOpen(sealed: string, place: string): string | null;
  /** True when the text was sealed with a key that is being rotated out. */
  isStale(sealed: string): boolean;
}

/** What was sealed cannot be opened: wrong key, altered, or moved. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken' as const;
}

const format = 'v1';

export function createVault(keys: KeyRing): Vault {
  const [current] = keys;
  const ring = new Map(keys.map((key) => [key.id, key.derive('tokens')]));
  const keyOf = (id: string) => {
    const key = ring.get(id);
    if (!key) throw new SealBroken(`no key ${id} in SECRET_KEY: put the old secret back, after the new one`);
    return key;
  };
  const vault: Omit<Vault, 'tryOpen'> = {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(current.id), nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [format, current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(sealed, place) {
      const [version, id = '', nonce = '', body = ''] = sealed.split('.');
      if (version !== format) throw new SealBroken('not sealed by this version');
      const key = keyOf(id);
      const bytes = Buffer.from(body, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(-16));
        return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new SealBroken('altered or moved', { cause });
      }
    },
    isStale: (sealed) => sealed.split('.')[1] !== current.id,
  };
  return {
    ...vault,
    tryOpen(sealed, place) {
      try {
        return vault.open(sealed, place);
      } catch (error) {
        if (error instanceof SealBroken) return null;
        throw error;
      }
    },
  };
}
