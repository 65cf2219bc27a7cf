import { Hono } from 'hono';
import { isPlainObject } from './dto.ts';
import { type FaultName, type FaultOptions, type Faults, faultNames } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Quirks } from './quirks.ts';
import type { Limits } from './rate-limit.ts';
import type { SandboxRequest } from './request-log.ts';
import type { Webhooks } from './webhooks.ts';

/** The parts of a sandbox that its control endpoints read and change. */
export interface Controlled {
  info: object;
  requests: readonly SandboxRequest[];
  faults: Faults;
  limits: Limits;
  quirks: Quirks;
  grants: Grants;
  webhooks: Webhooks;
  uninstall(locationId?: string): void;
}

/** The endpoints under `/_sandbox` for tests that reach the sandbox over a socket and cannot call its functions. */
export function createControl(sandbox: Controlled): (request: Request) => Response | Promise<Response> {
  const app = new Hono().basePath('/_sandbox');
  app.get('/info', (context) => context.json(sandbox.info));
  app.get('/requests', (context) => context.json({ requests: sandbox.requests }));
  app.get('/faults', (context) => context.json({ faults: sandbox.faults.list() }));
  app.post('/faults', async (context) => {
    const { name, ...options } = await context.req.json<{ name: FaultName } & FaultOptions>();
    if (!faultNames.includes(name)) return context.json({ message: `Name one of ${faultNames.join(', ')}` }, 400);
    return context.json({ fault: sandbox.faults.add(name, options) }, 201);
  });
  app.delete('/faults', (context) => {
    sandbox.faults.clear(context.req.query('name') as FaultName | undefined);
    return context.json({ faults: sandbox.faults.list() });
  });
  for (const part of ['limits', 'quirks'] as const) {
    app.get(`/${part}`, (context) => context.json(sandbox[part]));
    app.put(`/${part}`, async (context) => {
      const given: unknown = await context.req.json();
      const unknown = isPlainObject(given) ? Object.keys(given).find((key) => !(key in sandbox[part])) : '';
      if (unknown !== undefined) return context.json({ message: `There is no ${part} key ${unknown}` }, 400);
      Object.assign(sandbox[part], given);
      return context.json(sandbox[part]);
    });
  }
  app.post('/webhooks', async (context) => {
    const { url } = await context.req.json<{ url: string }>();
    if (!URL.canParse(url)) return context.json({ message: 'Name the url that receives webhooks' }, 400);
    if (!sandbox.webhooks.urls.includes(url)) sandbox.webhooks.urls.push(url);
    return context.json({ urls: sandbox.webhooks.urls, publicKey: await sandbox.webhooks.publicKey() }, 201);
  });
  app.get('/webhooks', (context) => context.json({ deliveries: sandbox.webhooks.deliveries }));
  app.post('/expire-tokens', (context) => {
    sandbox.grants.expire();
    return context.json({});
  });
  app.post('/uninstall', (context) => {
    sandbox.uninstall(context.req.query('locationId'));
    return context.json({});
  });
  return (request) => app.fetch(request);
}
