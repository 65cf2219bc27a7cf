import { type ReadonlySignal, signal } from '@preact/signals';
import type { Hooks, Report } from '../../engine/execute.ts';
import type { Failure } from '../../engine/failure.ts';
import type { Operation } from '../../engine/operation.ts';
import { createKeyedQueue } from './keyed-queue.ts';

/** Carries one operation out; its code is loaded when the first contact is shown. */
export type Execute = (operation: Operation, hooks: Hooks) => Promise<Report>;

/** What a caller knows about an operation that it hands over. */
export type Given = Pick<Hooks, 'known' | 'isResumed' | 'isAsked'>;

/**
 * All that is wanted and not on both sides yet, of all contacts: what was typed, what is on its way, what failed. It is the one
 * place where operations are shown as pending, kept beyond the page, retried and taken back. The states of one operation are
 * drawn in `engine/operation.ts`; here is what the outbox does with them:
 *
 *   put ──▶ draft ──send──▶ queued in the lane of its subject ──▶ execute ──▶ done: dropped, listeners are called
 *             ▲                │ another operation of its slot                └─▶ left: kept with its failure,
 *             │                ▼ is sent meanwhile                                 listeners are called
 *             │              replaced: dropped unsent, where it was not sent yet
 *             └── retry, retryAll: sends again what was left; resume: goes on with what another page left
 */
export interface Outbox {
  readonly all: ReadonlySignal<ReadonlyMap<string, Operation>>;
  peek(id: string): Operation | undefined;
  /** Keeps an operation as it is: a draft that was typed so far. */
  put(operation: Operation): void;
  drop(id: string): void;
  /** Sends an operation in place of one of the same slot that has not been sent. Resolves when it has ended; never rejects. */
  send(operation: Operation, given?: Given): Promise<Report>;
  /** The same within a lane that the caller holds. */
  carry(operation: Operation, given?: Given): Promise<Report>;
  /** Sends again what failed. */
  retry(id: string): void;
  /** Sends again, of all contacts, what failed for a reason that has passed. */
  retryAll(isDue: (failure: Failure) => boolean): void;
  /** Runs a job when everything sent before for that contact has ended. */
  run<T>(contactId: string, job: () => Promise<T>): Promise<T>;
  onSend(listener: (operation: Operation) => void): void;
  onEnd(listener: (operation: Operation, report: Report) => void): void;
  onChange(listener: (contactId: string, operations: readonly Operation[]) => void): void;
}

/** The contact that an operation is about; a link is about a row, whichever contact that has. */
export const contactOf = ({ kind, target }: Operation): string =>
  kind === 'link' || kind === 'new-contact' ? '' : target.contactId;

/**
 * What was typed in the grid is there for all to see: where the two sides differ, nothing has to be kept here. A contact that
 * HighLevel certainly did not create is decided on again by a person, and a row that is gone waits for none.
 */
function isKept({ kind, origin, failure, progress }: Operation): boolean {
  if (kind === 'new-contact') return progress !== null && failure?.code !== 'row-gone';
  return !(origin === 'grid' && failure?.code === 'changed');
}

/** What only one operation at a time can be about: another one of the same slot replaces it, or follows it. */
export function slotsOf(operation: Operation): readonly string[] {
  const { kind, target } = operation;
  switch (kind) {
    case 'field':
      return Object.keys(operation.want).map((field) => `field ${target.contactId} ${field}`);
    case 'tick':
      return [`tick ${target.taskId}`];
    case 'entry':
      // An entry may be typed on while another change of it is on its way; a row of the grid is created as it is by now.
      return [target.row ? `row ${target.kind} ${target.row.rowId}` : `entry ${operation.id}`];
    case 'link':
    case 'new-contact':
      return [`${kind} ${target.rowId}`];
    case 'contact':
      return [`contact ${target.contactId}`];
    case 'follower':
      return [`follower ${target.contactId} ${target.userId}`];
  }
}

/** HighLevel answers an update with the whole contact, so changes of one contact run one after the other; entries are apart. */
function laneOf(operation: Operation): string {
  const { kind, target } = operation;
  if (kind === 'entry') return `entry ${target.entryId ?? operation.id}`;
  const [slot = ''] = slotsOf(operation);
  return kind === 'tick' || kind === 'link' || kind === 'new-contact' ? slot : `contact ${target.contactId}`;
}

export function createOutbox(load: () => Promise<Execute>): Outbox {
  const all = signal<ReadonlyMap<string, Operation>>(new Map());
  const queue = createKeyedQueue();
  const sent: ((operation: Operation) => void)[] = [];
  const endListeners: ((operation: Operation, report: Report) => void)[] = [];
  const changed: ((contactId: string, operations: readonly Operation[]) => void)[] = [];

  function change(...changes: readonly { id: string; operation: Operation | null }[]) {
    const next = new Map(all.peek());
    const contacts = new Set<string>();
    for (const { id, operation } of changes) {
      for (const one of [next.get(id), operation]) if (one) contacts.add(contactOf(one));
      if (operation) next.set(id, operation);
      else next.delete(id);
    }
    all.value = next;
    for (const contactId of contacts) {
      const own = [...next.values()].filter((one) => contactOf(one) === contactId);
      for (const listener of changed) listener(contactId, own);
    }
  }

  const put = (operation: Operation) => change({ id: operation.id, operation });
  const drop = (id: string) => change({ id, operation: null });

  /** Operations of the same slot that a new one takes the place of: drafts, and what was not sent yet. */
  function replacedBy(operation: Operation): readonly Operation[] {
    const slots = new Set(slotsOf(operation));
    return [...all.peek().values()].filter(
      (one) => one.id !== operation.id && slotsOf(one).length === 1 && slotsOf(one).every((slot) => slots.has(slot)),
    );
  }

  async function carry(operation: Operation, given: Given = {}): Promise<Report> {
    put(operation);
    const report = await load().then(
      (execute) => execute(operation, { ...given, onChange: advance }),
      // Without the code nothing was sent.
      () => unsent(operation),
    );
    end(operation, report);
    return report;
  }

  function advance(operation: Operation): boolean {
    if (!all.peek().has(operation.id)) return false;
    put(operation);
    return true;
  }

  function end(operation: Operation, report: Report) {
    // A newer text of its slot is what the person wants now.
    const isReplaced = report.isReplaced || !all.peek().has(operation.id);
    const left = isReplaced ? [] : report.left.filter(isKept).map(giveBack);
    const ended = left.some(({ id }) => id === operation.id) ? [] : [{ id: operation.id, operation: null }];
    change(...ended, ...left.map((one) => ({ id: one.id, operation: one })));
    for (const listener of endListeners) listener(operation, { ...report, isReplaced });
  }

  /** A text of a field that is given back makes way for one that was typed meanwhile, which then has the failure. */
  function giveBack(left: Operation): Operation {
    if (left.kind !== 'field' || left.status !== 'draft') return left;
    const [slot] = slotsOf(left);
    const typed = [...all.peek().values()].find(
      (one) => one.id !== left.id && one.kind === 'field' && one.status === 'draft' && slotsOf(one)[0] === slot,
    );
    return typed ? { ...typed, failure: left.failure } : left;
  }

  function send(operation: Operation, given?: Given): Promise<Report> {
    change(...replacedBy(operation).map(({ id }) => ({ id, operation: null })), { id: operation.id, operation });
    for (const listener of sent) listener(operation);
    return queue.run(laneOf(operation), async () => {
      const now = all.peek().get(operation.id);
      return now ? carry(now, given) : { ...unsent(operation), left: [], isReplaced: true };
    });
  }

  function retry(id: string) {
    const operation = all.peek().get(id);
    if (!operation?.failure) return;
    const status = operation.status === 'draft' ? 'sending' : operation.status;
    // What would be refused again is only tried again when a person, or a new sign-in, asks for it.
    const isAsked = !operation.failure.retryable;
    void send({ ...operation, status, failure: null, log: null }, { isAsked });
  }

  return {
    all,
    peek: (id) => all.peek().get(id),
    put,
    drop,
    send,
    carry,
    retry,
    retryAll: (isDue) => {
      for (const { id, failure } of all.peek().values()) if (failure && isDue(failure)) retry(id);
    },
    run: (contactId, job) => queue.run(`contact ${contactId}`, job),
    onSend: (listener) => void sent.push(listener),
    onEnd: (listener) => void endListeners.push(listener),
    onChange: (listener) => void changed.push(listener),
  };
}

const unreachable: Failure = { side: 'highlevel', code: 'unreachable', retryable: true };

const unsent = (operation: Operation): Report => ({
  done: null,
  left: [{ ...operation, status: operation.status === 'following' ? 'following' : 'draft', failure: unreachable }],
  before: null,
  after: null,
  isReplaced: false,
});
