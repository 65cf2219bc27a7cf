import type { Faults } from './faults.ts';

/** The delivery of one event to one subscriber. */
export interface Delivery {
  webhookId: string;
  type: string;
  url: string;
  /** The exact bytes that were signed. */
  body: string;
  /** The response status of each attempt; 0 when there was no response. */
  statuses: number[];
}

export interface Webhooks {
  /** The subscribers; addresses can be added while the sandbox runs. */
  urls: string[];
  /** Replace it to receive webhooks without a socket. */
  fetch: typeof fetch;
  /** Milliseconds between attempts. @default 600_000 */
  retryEvery: number;
  deliveries: readonly Delivery[];
  /** The Ed25519 key (SPKI, base64) that verifies `x-ghl-signature`. */
  publicKey(): Promise<string>;
  /** Resolves when every delivery, including its retries, is complete. */
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

const maxRetries = 6;
const maxDeliveries = 5_000;

/** Delivers events to subscribers. Only a response of 429 is retried; any other failure is final, as with HighLevel. */
export function createWebhooks(context: Context): WebhookSender {
  const inProgress = new Set<Promise<void>>();
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
      while (inProgress.size > 0) await Promise.all(inProgress);
    },
    emit(locationId: string | undefined, type: string, payload: Record<string, unknown>) {
      if (webhooks.urls.length === 0) return;
      const event = { method: 'POST', path: type };
      if (context.faults.trigger('webhook-lost', event)) return;
      const webhookId = context.webhookId();
      const timestamp = new Date(context.now()).toISOString();
      const body = JSON.stringify({ type, ...(locationId && { locationId }), ...payload, timestamp, webhookId });
      const times = context.faults.trigger('webhook-doubled', event) ? 2 : 1;
      for (const url of webhooks.urls.flatMap((url) => Array<string>(times).fill(url))) {
        track(deliver({ webhookId, type, url, body, statuses: [] }));
      }
    },
  };
  return webhooks;

  function track(work: Promise<void>) {
    const tracked = work.finally(() => inProgress.delete(tracked));
    inProgress.add(tracked);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    deliveries.push(delivery);
    if (deliveries.length > maxDeliveries) deliveries.shift();
    const event = { method: 'POST', path: delivery.type };
    const delayed = context.faults.trigger('webhook-delayed', event);
    const signature = await signatureOf(delivery.body, event);
    if (delayed) await wait(delayed.ms ?? 2_000);
    for (let attempt = 0; attempt <= maxRetries; attempt++) {
      if (attempt > 0) await wait(webhooks.retryEvery);
      const status = await post(delivery, signature);
      delivery.statuses.push(status);
      if (status !== 429) return;
    }
  }

  async function signatureOf(body: string, event: { method: string; path: string }): Promise<string> {
    if (context.faults.trigger('webhook-unsigned', event)) return 'N/A';
    const signed = context.faults.trigger('webhook-forged', event) ? `${body} ` : body;
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
    // A retry in ten minutes must not keep a stopped process alive. In browsers the timer is a number.
    const timer: { unref?(): void } | number = setTimeout(resolve, ms);
    if (typeof timer === 'object') timer.unref?.();
  });
}
