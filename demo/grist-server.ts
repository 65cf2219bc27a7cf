import { randomBytes, randomInt } from 'node:crypto';
import { Hono } from 'hono';
import { errors, jwtVerify, SignJWT } from 'jose';

export type GristRole = 'viewers' | 'editors' | 'owners';

export interface GristDocument {
  /** In a real Grist 22 characters, of which the first twelve are sufficient in an address. */
  docId: string;
  /** By user id. */
  access: Readonly<Record<number, GristRole>>;
  /** The role of users who are not signed in. */
  everyone?: GristRole;
}

interface Options {
  /** Finds a document by the id in an address. */
  find(id: string): GristDocument | undefined;
  now?: () => number;
}

/** Grist's user id for users who are not signed in, on a new installation. */
const anonymousId = 1;
const tokenLifetime = 900;

/**
 * The endpoints by which Grist authenticates a user, with the responses measured on Grist 1.7.17. The demo needs them because
 * its Grist runs in the page and has no server; tests use them for every refusal of a real server.
 */
export function createGristServer({ find, now = Date.now }: Options) {
  const secret = randomBytes(32);
  const app = new Hono();

  /** The token's user and role, or Grist's refusal. */
  async function bearer(document: GristDocument, token: string | undefined) {
    if (!token) return { userId: anonymousId, role: document.everyone };
    try {
      const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate: new Date(now()) });
      const userId = Number(payload.userId);
      if (payload.docId !== document.docId) return { status: 403 as const, error: 'Document access denied' };
      const role = document.access[userId] ?? document.everyone;
      if (!role) return { status: 403 as const, error: 'Document access denied' };
      return { userId, role: payload.readOnly ? ('viewers' as const) : role };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { status: 401 as const, error: 'Token has expired' };
      const forged =
        error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed;
      return { status: 401 as const, error: forged ? 'Cannot verify token' : 'Broken token' };
    }
  }

  const guarded = (method: 'get' | 'post', path: string, roles: GristRole[], refusal: string, answer: unknown) =>
    app.on(method, `/api/docs/:docId${path}`, async (c) => {
      const document = find(c.req.param('docId') ?? '');
      if (!document) return c.json({ error: 'document not found' }, 404);
      const caller = await bearer(document, c.req.query('auth'));
      if ('error' in caller) return c.json({ error: caller.error }, caller.status);
      if (method === 'post' && c.req.header('content-type') !== 'application/json') {
        return c.json(
          { error: 'Unauthenticated requests require one of the headers Content-Type or X-Requested-With' },
          401,
        );
      }
      if (!caller.role) return c.json({ error: 'No view access' }, 403);
      return roles.includes(caller.role) ? c.json(answer) : c.json({ error: refusal }, 403);
    });

  guarded('post', '/tables/_/data/delete', ['editors', 'owners'], 'No write access', null);
  guarded('get', '/attachments/stores', ['owners'], 'No owner access', { stores: [] });
  app.get('/api/session/access/active', (c) =>
    c.json({ user: { id: anonymousId, email: 'anon@getgrist.com', name: 'Anonymous', anonymous: true } }),
  );

  return {
    fetch: (request: Request) => Promise.resolve(app.fetch(request)),

    /** The access token that `getAccessToken` returns in a widget of this user. */
    async token(docId: string, userId: number, claims: { readOnly?: true } = {}): Promise<string> {
      const issued = Math.floor(now() / 1000);
      return new SignJWT({ ...claims, userId, docId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt(issued)
        .setExpirationTime(issued + tokenLifetime)
        .setJti(String(randomInt(2 ** 40)))
        .sign(secret);
    },
  };
}

export type GristServer = ReturnType<typeof createGristServer>;
