/** An error response, thrown by the code that detects the error. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}) {
    super(`Refused with ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const badRequest = (message: string, extra: Record<string, unknown> = {}) =>
  new Refusal(400, { statusCode: 400, message, error: 'Bad Request', ...extra });

export const unauthorized = (message: string) => new Refusal(401, { statusCode: 401, message, error: 'Unauthorized' });

export const forbidden = (message = 'The token does not have access to this location.') =>
  new Refusal(403, { statusCode: 403, message, error: 'Forbidden' });

export const unknownRoute = (method: string, path: string) =>
  new Refusal(404, { statusCode: 404, message: `Cannot ${method} ${path}`, error: 'Not Found' });

/** HighLevel responds to an unknown id with 400, not 404. */
export const unknownId = (kind: string, id: string) => badRequest(`${kind} with id ${id} not found`);

export const unprocessable = (message: string | string[]) =>
  new Refusal(422, { statusCode: 422, message, error: 'Unprocessable Entity' });
