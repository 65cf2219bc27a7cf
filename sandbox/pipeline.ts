import type { Hono } from 'hono';
import type { Context } from './context.ts';
import { refuse } from './dispatch.ts';
import { CutConnection, injectBefore, serverError } from './inject-fault.ts';
import type { RequestLog } from './request-log.ts';

/** Injects faults into the handling of a request: before its effect, after it, or instead of it. */
export function createPipeline(
  context: Context,
  dispatch: Hono,
  log: RequestLog,
): (request: Request) => Promise<Response> {
  const { faults } = context;
  return async (request) => {
    const path = new URL(request.url).pathname;
    const entry = log.begin(request.method, path);
    const target = { method: request.method, path, headers: request.headers };
    const refusal = await injectBefore(context, target);
    const error = refusal ? undefined : faults.trigger('server-error', target);
    const skipped = refusal ?? (error && !error.applied ? serverError(error) : undefined);
    const answer = skipped ? refuse(context, skipped) : await dispatch.fetch(request);
    if (faults.trigger('cut-after', target)) throw new CutConnection();
    const sent = error?.applied ? refuse(context, serverError(error)) : answer;
    entry.status = sent.status;
    return sent;
  };
}
