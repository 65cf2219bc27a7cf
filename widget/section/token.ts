import { toGristError } from '../../grist/errors.ts';
import type { GristApi } from './api.ts';

/** By which Grist vouches for this person, to be handed to the proxy and to nobody else. */
export interface Voucher {
  token: string;
  docId: string;
  /** Grist's origin, e.g. `https://docs.getgrist.com`. */
  origin: string;
}

/** Asks Grist for a fresh access token; they last 15 minutes. Needs access level `full`. Throws `GristError`. */
export async function askForToken(grist: GristApi): Promise<Voucher> {
  try {
    const [{ token, baseUrl }, docId] = await Promise.all([
      grist.docApi.getAccessToken({}),
      // The address in `baseUrl` names the document by a shorter id; this is the whole one.
      grist.docApi.getDocName(),
    ]);
    return { token, docId, origin: new URL(baseUrl).origin };
  } catch (error) {
    throw toGristError(error);
  }
}
