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

interface Reply {
  status: number;
  body: { error?: unknown; user?: { id?: unknown } } | null;
}

/** What a failure means that says nothing about the token: Grist, or something before it, is in the way. */
function obstacle(response: Response): Refusal | undefined {
  const { status, headers } = response;
  if (status >= 300 && status < 400) return new Refusal('grist-behind-sign-on');
  // A balancer in front of Grist says so without JSON.
  if (status === 429 || status === 503) return new Refusal('grist-busy');
  if (status >= 500) return new Refusal('grist-unreachable');
  return /json/.test(headers.get('content-type') ?? '') ? undefined : new Refusal('grist-behind-sign-on');
}

/** Throws `Refusal` where Grist itself gave no answer. */
async function ask(fetch: typeof globalThis.fetch, url: string, init?: RequestInit): Promise<Reply> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    const refusal = obstacle(response);
    if (refusal) {
      await response.body?.cancel();
      throw refusal;
    }
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('grist-unreachable', { cause });
  }
}

function refusalOf(status: number, error: string): Refusal {
  if (status === 401) return new Refusal(/expired/i.test(error) ? 'expired-token' : 'broken-token');
  if (status === 403) return new Refusal(/disabled/i.test(error) ? 'document-gone' : 'other-document');
  return new Refusal(status === 404 ? 'document-gone' : 'grist-unreachable');
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
  const { status, body } = await ask(fetch, `${document}/tables/_/data/delete${query}`, {
    method: 'POST',
    body: '[]',
    // Grist takes exactly this; with a charset it answers 401.
    headers: { 'content-type': 'application/json' },
  });
  const error = typeof body?.error === 'string' ? body.error : '';
  if (status === 403 && /no write access/i.test(error)) return 'viewer';
  if (status !== 200) throw refusalOf(status, error);
  const stores = await ask(fetch, `${document}/attachments/stores${query}`);
  return stores.status === 200 ? 'owner' : 'editor';
}

/**
 * The user for whom this Grist takes a caller that shows no credentials, because anyone can get a valid token of that user:
 * the anonymous one, and where Grist signs everybody in as one user, that one. Throws `Refusal` where Grist does not say,
 * as visitors could not be told from people then.
 */
export async function askVisitorId(fetch: typeof globalThis.fetch, grist: Grist): Promise<number> {
  const { status, body } = await ask(fetch, `${grist.internalUrl}/api/session/access/active`);
  const id = body?.user?.id;
  if (status !== 200 || typeof id !== 'number') throw new Refusal('visitors-unknown');
  return id;
}
