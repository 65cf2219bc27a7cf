import { afterEach, expect, vi } from 'vitest';
import { type Exchange, violations } from './exchange.ts';
import { hasSpec } from './spec.ts';

/**
 * Every sandbox that a test makes is watched: each answer it gives and each request it accepts is held against
 * HighLevel's published specification, and the test fails with what differs.
 */
const seen: string[] = [];

const body = async (message: Request | Response): Promise<unknown> => {
  const text = await message.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

async function exchangeOf(
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<[Response, Exchange]> {
  const copy = request.clone();
  const response = await answer(request);
  const exchange = {
    method: request.method,
    url: new URL(request.url),
    version: request.headers.get('version'),
    requestBody: await body(copy),
    status: response.status,
    responseBody: await body(response.clone()),
  };
  return [response, exchange];
}

vi.mock('../../../sandbox/app.ts', async (original) => {
  const module = await original<typeof import('../../../sandbox/app.ts')>();
  if (!hasSpec) return module;
  return {
    ...module,
    createSandbox: (...args: Parameters<typeof module.createSandbox>) => {
      const sandbox = module.createSandbox(...args);
      const answer = sandbox.fetch;
      return Object.assign(sandbox, {
        fetch: async (request: Request) => {
          const [response, exchange] = await exchangeOf(request, answer);
          seen.push(...violations(exchange));
          return response;
        },
      });
    },
  };
});

afterEach(() => {
  expect(seen.splice(0)).toEqual([]);
});
