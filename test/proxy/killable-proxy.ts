import type { createSandbox } from '../../sandbox/app.ts';
import { arrangeOauth } from './arrange-oauth.ts';

type Sandbox = ReturnType<typeof createSandbox>;

/** When a process dies: at its so-manieth request to HighLevel, as that leaves or when it has been answered. */
export interface Death {
  request: number;
  when: 'leaving' | 'answered';
}

export interface Answered {
  status: number;
  error: { code?: string; message?: string; unknownOutcome?: boolean };
}

export interface Watch {
  /** A request leaves; answers what to do once the process, alive, has heard its answer. */
  leaves(request: Request): Promise<(answer: Response) => Promise<void>>;
  /** The process is dead, and all that it had sent is carried out. */
  dies(): void;
}

/**
 * A proxy that can be killed: from then on it reaches neither HighLevel nor the database, and whoever waits for it hears
 * nothing. What it had sent is carried out all the same.
 */
export async function startKillable(databaseUrl: string, sandbox: Sandbox, watch: Watch) {
  let death: Death | undefined;
  let count = 0;
  let died: Promise<void> | undefined;
  const open = new Set<Promise<unknown>>();
  let tellDeath = () => {};
  const lost = new Promise<'lost'>((resolve) => {
    tellDeath = () => resolve('lost');
  });

  function kill(): void {
    died ??= arranged.storage
      .close()
      .then(() => Promise.allSettled(open))
      .then(() => {
        watch.dies();
        tellDeath();
      });
  }

  async function reach(request: Request): Promise<Response> {
    count += 1;
    const last = death?.request === count ? death.when : undefined;
    if (last === 'leaving') kill();
    await died;
    if (died) throw new TypeError('The process was killed');
    const heard = await watch.leaves(request.clone());
    const answer = sandbox.fetch(request);
    open.add(answer);
    const outcome = await Promise.allSettled([answer]);
    open.delete(answer);
    if (last === 'answered') kill();
    // Nothing is heard any more, and by now nothing can be written.
    await died;
    if (died || outcome[0].status === 'rejected') throw new TypeError('fetch failed');
    await heard((await answer).clone());
    return answer;
  }

  const arranged = await arrangeOauth({ databaseUrl, sandbox: { ...sandbox, fetch: reach } });
  const address = 'https://panel.example.org';

  async function ask(method: string, path: string, session: string, body?: unknown, key?: string): Promise<Answered> {
    const answer = await arranged.proxy.request(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${session}`, ...(key !== undefined && { 'idempotency-key': key }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { error = {} } = (await answer.json().catch(() => ({}))) as { error?: Answered['error'] };
    return { status: answer.status, error };
  }

  return {
    ...arranged,
    dieAt(next: Death | undefined): void {
      death = next;
      count = 0;
    },
    isDead: () => died !== undefined,
    /** Answers `lost` when the process died before it answered. */
    ask: (...asked: Parameters<typeof ask>): Promise<Answered | 'lost'> => Promise.race([ask(...asked), lost]),
    stop: () => died ?? arranged.storage.close(),
  };
}

export type KillableProxy = Awaited<ReturnType<typeof startKillable>>;
