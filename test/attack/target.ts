import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** The proxy under attack, and what the attacker holds. */
export interface Target {
  /** Without a slash at the end. */
  url: string;
  /** What opens a session; absent for a stranger who holds nothing. */
  introduction?: { origin: string; docId: string; token: string };
  /** Texts that must never leave the proxy. */
  secrets: readonly string[];
}

/** One attack: throws, with what fell, where it succeeds. */
export interface Attack {
  name: string;
  run(): Promise<void>;
}

/** Something gave way. */
export class Fell extends Error {}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Fell(what);
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends requests, and looks through every answer for what must not leave. */
export function createSender({ url, secrets }: Target) {
  return async function send(path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    for (const secret of secrets) {
      holds(!text.includes(secret) && !JSON.stringify([...answer.headers]).includes(secret), `${path} told a secret`);
    }
    holds(answer.status !== 500, `${method} ${path} was an error of the proxy`);
    return { status: answer.status, headers: answer.headers, text };
  };
}

export type Send = ReturnType<typeof createSender>;

/** Opens a connection of HTTP or HTTPS. */
export function openSocket(url: string): Socket {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/[[\]]/g, '');
  return protocol === 'https:'
    ? connectTls({ host, port: Number(port || 443), servername: host })
    : connect(Number(port || 80), host);
}

/**
 * Writes bytes as they are, apart from `HOST`, and reads until `isOver`; answers with what came, or with `''` where the connection
 * is cut before.
 */
export function sendRaw(url: string, bytes: string, isOver = (text: string) => text.includes('\r\n')): Promise<string> {
  const socket = openSocket(url);
  let text = '';
  return new Promise((resolve) => {
    const end = () => {
      socket.destroy();
      resolve(isOver(text) ? text : '');
    };
    socket.on('data', (chunk) => {
      text += chunk;
      if (isOver(text)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.setTimeout(5000, end);
    socket.write(bytes.replaceAll('HOST', new URL(url).host));
  });
}

/** Sends as many of one kind, so many at once; answers how many there were of each status. */
export async function flood(count: number, open: number, one: () => Promise<{ status: number }>) {
  const statuses = new Map<number, number>();
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { status } = await one();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: open }, worker));
  return statuses;
}
