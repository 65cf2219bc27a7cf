import type { Faults } from './faults.ts';

/** One event on its way to one subscriber. */
export interface Delivery {
  webhookId: string;
  type: string;
  url: string;
  /** The exact bytes that were signed. */
  body: string;
  /** The answer to each try, 0 for none. */
  statuses: number[];
}

export interface Webhooks {
  /** Who hears of every event; add to it while the sandbox runs. */
  urls: string[];
  /** Replace it to receive without a socket. */
  fetch: typeof fetch;
  /** Milliseconds between tries. @default 600_000 */
  retryEvery: number;
  deliveries: readonly Delivery[];
  /** Ed25519 in SPKI, base64: what a receiver checks `x-ghl-signature` with. */
  publicKey(): Promise<string>;
  /** Resolves when nothing is on its way, retries included. */
  settled(): Promise<void>;
}

export interface WebhookSender extends Webhooks {
  emit(locationId: string | undefined, type: string, payload: Record<string, unknown>): void;
}

interface Context {
  faults: Faults;
  now(): number;
  webhookId(): string;
}

const triesAgain = 6;
const remembered = 5_000;

/** Tells subscribers what happened. Only an answer of 429 is tried again; any other failure is final, as HighLevel has it. */
export function createWebhooks(context: Context): WebhookSender {
  const underWay = new Set<Promise<void>>();
  const deliveries: Delivery[] = [];
  let keys: Promise<CryptoKeyPair> | undefined;
  const ownKeys = () => {
    keys ??= crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
    return keys;
  };
  const webhooks = {
    urls: [] as string[],
    fetch: ((input, init) => fetch(input, init)) as typeof fetch,
    retryEvery: 600_000,
    deliveries,
    publicKey: async () => toBase64(await crypto.subtle.exportKey('spki', (await ownKeys()).publicKey)),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    emit(locationId: string | undefined, type: string, payload: Record<string, unknown>) {
      if (webhooks.urls.length === 0) return;
      const event = { method: 'POST', path: type };
      if (context.faults.strike('webhook-lost', event)) return;
      const webhookId = context.webhookId();
      const timestamp = new Date(context.now()).toISOString();
      const body = JSON.stringify({ type, ...(locationId && { locationId }), ...payload, timestamp, webhookId });
      const times = context.faults.strike('webhook-doubled', event) ? 2 : 1;
      for (const url of webhooks.urls.flatMap((url) => Array<string>(times).fill(url))) {
        track(deliver({ webhookId, type, url, body, statuses: [] }));
      }
    },
  };
  return webhooks;

  function track(work: Promise<void>) {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    deliveries.push(delivery);
    if (deliveries.length > remembered) deliveries.shift();
    const event = { method: 'POST', path: delivery.type };
    const delayed = context.faults.strike('webhook-delayed', event);
    const signature = await signatureOf(delivery.body, event);
    if (delayed) await wait(delayed.ms ?? 2_000);
    for (let tries = 0; tries <= triesAgain; tries++) {
      if (tries > 0) await wait(webhooks.retryEvery);
      const status = await post(delivery, signature);
      delivery.statuses.push(status);
      if (status !== 429) return;
    }
  }

  async function signatureOf(body: string, event: { method: string; path: string }): Promise<string> {
    if (context.faults.strike('webhook-unsigned', event)) return 'N/A';
    const signed = context.faults.strike('webhook-forged', event) ? `${body} ` : body;
    return toBase64(
      await crypto.subtle.sign('Ed25519', (await ownKeys()).privateKey, new TextEncoder().encode(signed)),
    );
  }

  async function post({ url, body }: Delivery, signature: string): Promise<number> {
    try {
      const headers = { 'content-type': 'application/json', 'x-ghl-signature': signature };
      return (await webhooks.fetch(url, { method: 'POST', headers, body })).status;
    } catch {
      return 0;
    }
  }
}

const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    // A retry in ten minutes must not keep a stopped process alive; browsers have plain numbers here.
    const timer: { unref?(): void } | number = setTimeout(resolve, ms);
    if (typeof timer === 'object') timer.unref?.();
  });
}
