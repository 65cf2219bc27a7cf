import type { Hono } from 'hono';
import type { Machine } from './context.ts';
import { refuse } from './dispatch.ts';
import { CutConnection, serverError, strikeBefore } from './inject-fault.ts';
import type { RequestLog } from './request-log.ts';

/** Puts the faults around the service: before the effect, after it, or in its place. */
export function createPipeline(
  machine: Machine,
  dispatch: Hono,
  log: RequestLog,
): (request: Request) => Promise<Response> {
  const { faults } = machine;
  return async (request) => {
    const path = new URL(request.url).pathname;
    const entry = log.begin(request.method, path);
    const struck = { method: request.method, path, headers: request.headers };
    const refusal = await strikeBefore(machine, struck);
    const error = refusal ? undefined : faults.strike('server-error', struck);
    const skipped = refusal ?? (error && !error.applied ? serverError(error) : undefined);
    const answer = skipped ? refuse(machine, skipped) : await dispatch.fetch(request);
    if (faults.strike('cut-after', struck)) throw new CutConnection();
    const sent = error?.applied ? refuse(machine, serverError(error)) : answer;
    entry.status = sent.status;
    return sent;
  };
}
