/** A request and its answer, as they crossed the wire. */
export interface Exchange {
  method: string;
  /** With the query. */
  url: URL;
  version: string | null;
  /** JSON or form, read; `undefined` where there is none. */
  requestBody: unknown;
  status: number;
  responseBody: unknown;
}

/** Lets a request through and reads beside it what crossed the wire; `null` where a body broke off on its way. */
export async function overhear(
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
