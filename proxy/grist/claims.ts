import { decodeJwt } from 'jose';
import * as v from 'valibot';
import { Refusal } from './refusal.ts';

const schema = v.object({
  userId: v.pipe(v.number(), v.integer()),
  docId: v.string(),
  exp: v.number(),
});

/**
 * Reads what a Grist access token says. Only Grist can check its signature, so this is believed nowhere before Grist has
 * accepted the very same token (measured on Grist 1.7: HS256, `{userId, docId, readOnly?, iat, exp}`).
 */
export function readClaims(token: string): v.InferOutput<typeof schema> {
  try {
    return v.parse(schema, decodeJwt(token));
  } catch (cause) {
    throw new Refusal('broken-token', { cause });
  }
}
