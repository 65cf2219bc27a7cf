/** A request and its response on the wire. */
export interface Exchange {
  method: string;
  /** With the query. */
  url: URL;
  version: string | null;
  /** Parsed JSON or form; `undefined` without a body. */
  requestBody: unknown;
  status: number;
  responseBody: unknown;
}

/** Passes a request on and records the exchange; `null` if a body was cut off. */
export async function recordExchange(
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<{ response: Response; exchange: Promise<Exchange | null> }> {
  const sent = request.clone();
  const response = await answer(request);
  return { response, exchange: readExchange(sent, response.clone()).catch(() => null) };
}

async function readExchange(request: Request, response: Response): Promise<Exchange> {
  return {
    method: request.method,
    url: new URL(request.url),
    version: request.headers.get('version'),
    requestBody: read(await request.text(), request.headers.get('content-type')),
    status: response.status,
    responseBody: read(await response.text(), response.headers.get('content-type')),
  };
}

function read(text: string, type: string | null): unknown {
  if (text === '') return undefined;
  if (type?.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
