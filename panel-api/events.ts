import { createParser } from 'eventsource-parser';

interface ListenOptions {
  signal?: AbortSignal;
  fetch?: typeof fetch;
}

/**
 * Hears the events of a document from the proxy at `proxyUrl`, by name and with what they are about, until the stream ends: with the session, with the
 * signal, or with the connection. A browser's own EventSource can show no session, hence the fetch. Rejects when there is
 * no stream.
 */
export async function hearEvents(
  proxyUrl: string,
  session: string,
  onEvent: (name: string, data: string) => void,
  { signal, fetch = globalThis.fetch }: ListenOptions = {},
): Promise<void> {
  const answer = await fetch(`${proxyUrl.replace(/\/+$/, '')}/api/events`, {
    headers: { authorization: `Bearer ${session}`, accept: 'text/event-stream' },
    signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`GET api/events: ${answer.status}`);
  const parser = createParser({ onEvent: ({ event, data }) => onEvent(event ?? 'message', data) });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) parser.feed(part.value);
}
