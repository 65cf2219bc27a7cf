import { type Failure, isUnknown, resultOf, toFailure } from './failure.ts';
import type { Followed, Handler } from './handler.ts';
import { handlers, type NowOf } from './kinds.ts';
import type { Ended } from './log.ts';
import type { Kind, Operation, OperationOf } from './operation.ts';
import type { Ports } from './ports.ts';
import type { Attempt } from './repeats.ts';
import type { Origin } from './state.ts';

/** How an operation ended. Each of its parts is either in `done` or in one of `left`. `Now` is what its first side holds. */
export interface Report<Now = unknown> {
  /** What both sides have now, or what was dropped; `null` when no part came to that. */
  done: Operation | null;
  /** Drafts with a failure, or operations that still have to follow, with one. */
  left: readonly Operation[];
  /** What the first side held before and after, where that is known. */
  before: Now | null;
  after: Now | null;
  /** A newer operation took its place before anything was sent. */
  isReplaced: boolean;
  /** Parts that the other side keeps as they are: this person may not write them, or nobody can. */
  givenUp?: readonly string[];
}

export interface Hooks<Now = unknown> {
  /** What was read this very moment: it is not read again. */
  known?: Now;
  /** An earlier page sent it and was closed before the answer came: the first side is read before anything is sent. */
  isResumed?: boolean;
  /** A person asked for it: what was refused before is sent again. */
  isAsked?: boolean;
  /** Called with each state that the operation reaches on its way; returns whether it is still wanted. */
  onChange?(operation: Operation): boolean;
}

const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };

/**
 * Carries one operation out: reads what is there now, compares it with what was seen, logs the intent, writes, reads again where
 * no answer came, brings the other side in step, and logs the outcome together with what both sides agree on. Never rejects.
 */
export function execute<K extends Kind>(
  ports: Ports,
  operation: OperationOf<K>,
  hooks: Hooks<NowOf<K>> = {},
): Promise<Report<NowOf<K>>> {
  return run(handlers[operation.kind] as unknown as Handler<K, NowOf<K>>, ports, operation, hooks);
}

const personal: ReadonlySet<Origin> = new Set(['panel', 'undo', 'conflict']);
const isByPerson = ({ origin }: Pick<Operation, 'origin'>, { isAsked = false }: Pick<Hooks, 'isAsked'>) =>
  isAsked || personal.has(origin);

/** What is not about the value: another client's change, the budget, the connection. */
const temporary: ReadonlySet<Failure['code']> = new Set(['changed', 'too-often', 'unauthenticated', 'not-connected']);
/** Would the same be refused again? What changed meanwhile is looked at anew, and a passing failure may be over. */
const isRefusal = ({ side, code, retryable }: Failure) => side === 'highlevel' && !retryable && !temporary.has(code);

/** Times by which two equal records differ. */
const withoutTimes = (key: string, value: unknown) => (/^date(Added|Updated)$/.test(key) ? undefined : value);

async function attemptsOf<K extends Kind, Now>(handler: Handler<K, Now>, ports: Ports, op: OperationOf<K>, now: Now) {
  const lines = await handler.lines(ports, op, now);
  return new Map(
    lines.map(({ part, contactId, act, what, from }): [string, Attempt] => {
      const held = op.kind === 'field' ? from : JSON.stringify(now, withoutTimes);
      const { want } = handler.only(op, new Set([part]));
      // An entry that has no id yet is known by its row.
      const row = 'row' in op.target ? op.target.row?.rowId : undefined;
      const subject = [contactId, op.kind, act, row ?? what].join(' ');
      return [part, { subject, contactId, state: JSON.stringify([want, held]) }];
    }),
  );
}

async function run<K extends Kind, Now>(
  handler: Handler<K, Now>,
  ports: Ports,
  operation: OperationOf<K>,
  hooks: Hooks<Now>,
): Promise<Report<Now>> {
  const isWanted = (next: OperationOf<K>) => hooks.onChange?.(next as Operation) ?? true;
  const report: Report<Now> = { done: null, left: [], before: null, after: null, isReplaced: false };
  let op = operation;
  /** What is sent without a person, by part. */
  let attempts: ReadonlyMap<string, Attempt> = new Map();

  /** Gives parts back with the reason: before the first side has them as drafts, after it as what still has to follow. */
  function giveBack(failures: ReadonlyMap<string, Failure>) {
    const ended: Ended[] = [];
    for (const part of handler.parts(op)) {
      const failure = failures.get(part);
      if (!failure) continue;
      const attempt = attempts.get(part);
      if (attempt && isRefusal(failure)) ports.repeats.refused(attempt, failure);
      const id = op.log?.[part];
      if (id) ended.push({ id, result: resultOf(failure, op.status), failure });
      const isWhole = handler.parts(op).length === 1;
      const own = isWhole ? op : { ...handler.only(op, new Set([part])), id: crypto.randomUUID() };
      const status = op.status === 'following' ? op.status : 'draft';
      report.left = [...report.left, { ...own, status, failure, log: null } as Operation];
    }
    const rest = handler.parts(op).filter((part) => !failures.has(part));
    op = handler.only(op, new Set(rest));
    return { ended, isOver: rest.length === 0 };
  }

  /** Gives back what the law of repeats holds, without a line in the log. Returns whether nothing is left. */
  function holdBack(due: ReadonlyMap<string, Attempt>): boolean {
    const held = new Map<string, Failure>();
    for (const [part, attempt] of due) {
      const failure = ports.repeats.check(attempt);
      if (failure) held.set(part, failure);
    }
    const { isOver } = giveBack(held);
    attempts = due;
    return isOver;
  }

  async function begin(now: Now | null) {
    if (op.log) return;
    const lines = (await handler.lines(ports, op, now)).map((line) => ({ ...line, id: crypto.randomUUID() }));
    await ports.log.begin(lines.map(({ part: _, ...intent }) => intent));
    op = { ...op, log: Object.fromEntries(lines.map(({ part, id }) => [part, id])) };
  }

  /** Everything that is left of the operation failed for one reason. */
  const failAll = (failure: Failure) => {
    const { ended } = giveBack(new Map(handler.parts(op).map((part) => [part, failure])));
    ports.log.finish(ended);
  };

  /** Returns what the first side holds after it, or `null` when nothing is left to do. */
  async function send(): Promise<Now | null> {
    let now: Now;
    try {
      now = hooks.known ?? (await handler.read(ports, op));
    } catch (error) {
      // What was wanted is logged, although nothing can come of it now.
      await begin(null).catch(() => {});
      throw error;
    }
    report.before = now;
    const judgement = await handler.judge(ports, op, now);
    if (judgement.isDropped) {
      report.done = op as Operation;
      return null;
    }
    op = { ...op, ...judgement.operation };
    if (!judgement.isThere && !isByPerson(op, hooks) && holdBack(await attemptsOf(handler, ports, op, now)))
      return null;
    await begin(now);
    const { ended, isOver } = giveBack(judgement.refused);
    ports.log.finish(ended);
    if (isOver) return null;
    if (!isWanted(op)) {
      report.isReplaced = true;
      ports.log.finish(Object.values(op.log ?? {}).map((id) => ({ id, result: 'given-up' })));
      return null;
    }
    if (judgement.isThere) return now;
    try {
      const written = await handler.write(ports, op, now);
      op = { ...op, ...written.operation };
      const lost = giveBack(new Map([...written.refused].map(([part, error]) => [part, toFailure(error)])));
      ports.log.finish(lost.ended);
      return lost.isOver ? null : written.now;
    } catch (error) {
      const after = isUnknown(error) ? await handler.recover(ports, op).catch(() => null) : null;
      if (after !== null) return after;
      op = handler.afterFailure?.(op, error) ?? op;
      throw error;
    }
  }

  async function resume(): Promise<Now | null> {
    const after = await handler.recover(ports, op);
    if (after === null) failAll(interrupted);
    return after;
  }

  async function follow(now: Now): Promise<void> {
    report.after = now;
    const wasSent = op.status === 'sending';
    op = { ...(handler.afterWrite?.(op, now) ?? op), status: 'following', failure: null };
    if (!isWanted(op)) {
      report.isReplaced = true;
      ports.log.finish(Object.values(op.log ?? {}).map((id) => ({ id, result: 'half' })));
      return;
    }
    if (!wasSent) await begin(now);
    const { failed, ended, equal } = await handler
      .follow(ports, op, now)
      .catch((error): Followed => ({ failed: allFailed(toFailure(error)), ended: new Map(), equal: [] }));
    const { ended: lost, isOver } = giveBack(failed);
    const rest = isOver ? [] : handler.parts(op);
    report.givenUp = rest.filter((part) => ended.get(part) === 'given-up');
    const done = rest.flatMap((part): Ended[] => {
      const id = op.log?.[part];
      return id ? [{ id, result: ended.get(part) ?? 'saved' }] : [];
    });
    ports.log.finish([...lost, ...done], equal);
    if (!isOver) report.done = { ...op, status: 'done' } as Operation;
  }

  const allFailed = (failure: Failure) => new Map(handler.parts(op).map((part) => [part, failure]));

  try {
    const after =
      op.status === 'following'
        ? (hooks.known ?? (await handler.read(ports, op)))
        : hooks.isResumed
          ? await resume()
          : await send();
    if (after !== null) await follow(after);
  } catch (error) {
    failAll(toFailure(error));
  }
  return report;
}
