import { Refusal } from './refusal.ts';

export type Role = 'viewer' | 'editor' | 'owner';

/** A Grist that the operator trusts. */
export interface Grist {
  /** As the browser names it, e.g. `https://team.getgrist.com`. */
  origin: string;
  /** Where the proxy asks; differs from the origin when that one is behind single sign-on. */
  internalUrl: string;
}

const timeout = 10_000;

async function ask(
  fetch: typeof globalThis.fetch,
  url: string,
  init?: RequestInit,
): Promise<{ status: number; error: string }> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  } catch (cause) {
    throw new Refusal('grist-unreachable', { cause });
  }
  if (response.status >= 300 && response.status < 400) throw new Refusal('grist-behind-sign-on');
  const text = await response.text();
  if (!/json/.test(response.headers.get('content-type') ?? '')) throw new Refusal('grist-behind-sign-on');
  const error = (JSON.parse(text) as { error?: unknown } | null)?.error;
  return { status: response.status, error: typeof error === 'string' ? error : '' };
}

function refusalOf(status: number, error: string): Refusal {
  if (status === 401) return new Refusal(/expired/i.test(error) ? 'expired-token' : 'broken-token');
  if (status === 403) return new Refusal(/disabled/i.test(error) ? 'document-gone' : 'other-document');
  if (status === 404) return new Refusal('document-gone');
  if (status === 429 || status === 503) return new Refusal('grist-busy');
  return new Refusal('grist-unreachable');
}

/**
 * Asks Grist what the bearer of the token may do in the document, by a call that changes nothing: it deletes no rows of a
 * table that is not even looked up. Measured on Grist 1.7: 200 for editors and owners, 403 `No write access` for viewers,
 * 403 `Document access denied` for another document's token, 401 for a bad one. Throws `Refusal`.
 */
export async function askRole(
  fetch: typeof globalThis.fetch,
  grist: Grist,
  docId: string,
  token: string,
): Promise<Role> {
  const document = `${grist.internalUrl}/api/docs/${docId}`;
  const query = `?auth=${encodeURIComponent(token)}`;
  const { status, error } = await ask(fetch, `${document}/tables/_/data/delete${query}`, {
    method: 'POST',
    body: '[]',
    // Grist takes exactly this; with a charset it answers 401.
    headers: { 'content-type': 'application/json' },
  });
  if (status === 403 && /no write access/i.test(error)) return 'viewer';
  if (status !== 200) throw refusalOf(status, error);
  const stores = await ask(fetch, `${document}/attachments/stores${query}`);
  return stores.status === 200 ? 'owner' : 'editor';
}

/** The id under which this Grist knows people who are not signed in; anyone can get a valid token as that user. */
export async function askAnonymousId(fetch: typeof globalThis.fetch, grist: Grist): Promise<number | null> {
  try {
    const response = await fetch(`${grist.internalUrl}/api/session/access/active`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const { user } = (await response.json()) as { user?: { id?: unknown; anonymous?: unknown } };
    return user?.anonymous === true && typeof user.id === 'number' ? user.id : null;
  } catch (cause) {
    throw new Refusal('grist-unreachable', { cause });
  }
}
