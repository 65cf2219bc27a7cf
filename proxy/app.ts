import { Hono } from 'hono';
import type { Logger } from 'pino';
import { HighLevelError } from '../highlevel/errors.ts';
import { createClientAddress } from './client-address.ts';
import type { ProxyEnv } from './env.ts';
import { answerError, toClientError } from './errors.ts';
import { createEvents } from './events/api.ts';
import type { Bus } from './events/bus.ts';
import type { NamesOf } from './grist/names.ts';
import { createForward, forwardRoot } from './handler.ts';
import { createCreateOnce } from './idempotency/route.ts';
import { createOnce } from './idempotency/run.ts';
import type { Ledger } from './idempotency/store.ts';
import { logRequests } from './log.ts';
import { createManifest } from './manifest.ts';
import { createMetrics } from './metrics.ts';
import { createConnectionApi, createOauthPages } from './oauth/api.ts';
import type { Connecting } from './oauth/connect.ts';
import { createOpenings } from './openings.ts';
import { createPacer, type Pacer } from './rate-limit/limiter.ts';
import { createReadiness } from './readiness.ts';
import {
  nameRequest,
  noStore,
  refuseLargeBodies,
  refuseOtherOrigins,
  refuseTricks,
  securityHeaders,
  windowHeaders,
} from './security.ts';
import { openSession, requireSession } from './session-api.ts';
import type { Sessions } from './sessions.ts';
import { createStateApi } from './state/api.ts';
import type { StateTables } from './state/state.ts';
import { createThrottle, throttleSessions } from './throttle.ts';
import { createTransport, type Transport } from './transport.ts';
import { createExchange } from './upstream.ts';
import { builtWidget, createWidgetFiles, isBuilt } from './widget-files.ts';
import { createGuard } from './writes/guard.ts';
import { createMemoryTurns, type Turns } from './writes/turns.ts';

const LARGEST_BODY = 1024 * 1024;
const TIMEOUT = 30_000;

export interface ProxyOptions {
  sessions: Sessions;
  /** Remembers creates, so that each has one effect. */
  ledger: Ledger;
  /** Whose turn it is to write to a record. @default one of the proxy's own */
  turns?: Turns;
  /** The state that all who work in a document share. Absent: it has no routes. */
  state?: StateTables;
  /** Who works in a document. Absent: only those who say it are named. */
  namesOf?: NamesOf;
  /** Carries events to open panels. Absent: there are none. */
  bus?: Bus;
  /** Lets owners connect a location by signing in at HighLevel. Absent: the operator pinned one. */
  connecting?: Connecting;
  /** HighLevel's root, e.g. `https://services.leadconnectorhq.com`. */
  highlevelUrl: string;
  /** Origins of Grist: they may frame the widget, and their messages count there. */
  gristOrigins: readonly string[];
  logger: Logger;
  /** What Prometheus shows to read the metrics. Absent: there are none. */
  metricsToken?: string;
  /** Reverse proxies whose `X-Forwarded-For` is believed: addresses and networks. @default none */
  trustedProxies?: readonly string[];
  /** What the world calls the proxy. Absent: what each request calls it. */
  publicUrl?: string;
  /** Where the built widget lies. @default the package's own */
  widgetFolder?: string;
  /** How HighLevel is reached. @default over sockets that are kept open */
  fetch?: Transport;
  /** Milliseconds until an answer of HighLevel is given up. @default 30000 */
  timeout?: number;
  /** Whose turn it is at HighLevel. @default one of the proxy's own */
  pacer?: Pacer;
}

/** Creates the proxy: it serves the widget, hands out sessions, and forwards the widget's calls to HighLevel. */
export function createProxy(options: ProxyOptions): Hono<ProxyEnv> {
  const { sessions, logger, publicUrl, widgetFolder = builtWidget } = options;
  const { fetch: transport = createTransport(), timeout = TIMEOUT, pacer = createPacer() } = options;
  const highlevelUrl = options.highlevelUrl.replace(/\/+$/, '');
  const forward = createForward({
    exchange: createExchange({ highlevelUrl, transport, timeout, pacer }),
    createOnce: createCreateOnce(createOnce(options.ledger)),
    guard: createGuard(options.turns ?? createMemoryTurns()),
  });
  const addressOf = createClientAddress(options.trustedProxies ?? []);
  // Without readers nothing is counted.
  const metrics = options.metricsToken ? createMetrics(options.metricsToken, addressOf) : undefined;
  const throttle = createThrottle();
  const isWritable = createReadiness(options.ledger);
  const app = new Hono<ProxyEnv>();

  app.onError((error, c) => {
    const shown = toClientError(error);
    if (shown !== error) logger.error({ requestId: c.get('requestId'), kind: error.name }, 'unexpected failure');
    return answerError(c, shown);
  });
  app.notFound((c) => answerError(c, new HighLevelError('not-found', 'There is nothing here.')));

  app.use(nameRequest);
  app.use(logRequests(logger));
  if (metrics) app.use(metrics.measure);
  const https = publicUrl?.startsWith('https:') ?? false;
  // The outer one has the last word.
  app.use('/oauth/*', windowHeaders(https));
  app.use(securityHeaders(options.gristOrigins, https));
  app.use(refuseTricks);

  for (const path of ['/healthz', '/readyz', '/metrics', '/oauth/*', '/api/*']) app.use(path, noStore);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (!isBuilt(widgetFolder)) return c.json({ status: 'the widget is not built' }, 503);
    if (!(await isWritable())) return c.json({ status: 'the database cannot be written to' }, 503);
    return c.json({ status: 'ready' });
  });
  if (metrics) app.get('/metrics', metrics.show);
  app.get('/manifest.json', (c) => c.json(createManifest(new URL('/', publicUrl ?? c.req.url).href)));

  app.use('/api/*', refuseOtherOrigins(publicUrl));
  app.use('/api/*', refuseLargeBodies(LARGEST_BODY));
  app.post(
    '/api/session',
    openSession(createOpenings(sessions, throttle), addressOf, options.connecting !== undefined),
  );
  app.use('/api/*', requireSession(sessions), throttleSessions(throttle));
  app.all(`${forwardRoot}/*`, forward);
  if (options.state) app.route('/api', createStateApi(options.state, { bus: options.bus, namesOf: options.namesOf }));
  if (options.bus) app.get('/api/events', createEvents(options.bus));
  if (options.connecting) {
    app.route('/api/connection', createConnectionApi(options.connecting));
    app.route('/oauth', createOauthPages(options.connecting, addressOf));
  }

  app.route('/', createWidgetFiles(widgetFolder, options.gristOrigins));
  return app;
}
