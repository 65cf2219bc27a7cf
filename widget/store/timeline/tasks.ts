import { type ReadonlySignal, signal } from '@preact/signals';
import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { Intent, Via } from '../../../panel-api/activity.ts';
import type { Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import { toFailure } from '../failure.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { KeptTick } from '../keeping/drafts.ts';
import { createLanes } from '../lanes.ts';
import type { Notices } from '../notices.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { History } from '../undo.ts';
import type { Failure } from '../view.ts';

/** What the person wants a task to be, until both sides follow. Without a failure it is under way. */
export interface Wish extends KeptTick {
  /** Its name in the log. */
  id: string;
  /** `grist`: HighLevel follows already. */
  stage: 'highlevel' | 'grist';
  failure: Failure | null;
  toast: number | null;
  via: Via;
}

/** Ticks and unticks tasks. */
export interface Tasks {
  readonly wishes: ReadonlySignal<ReadonlyMap<string, Wish>>;
  complete(contactId: string, taskId: string, completed: boolean): void;
  /** Follows a tick made in the grid, which takes it back itself. */
  follow(contactId: string, taskId: string, completed: boolean): void;
  /** Does what is missing of a wish that failed. */
  retry(taskId: string): void;
  retryAll(isDue: (failure: Failure) => boolean): void;
  /** Takes up ticks that a reload cut. */
  resume(ticks: ReadonlyMap<string, KeptTick>): Promise<void>;
}

interface TasksOptions {
  calls: Calls;
  section: Pick<Section, 'tickTask'>;
  records: Cache<Records>;
  notices: Notices;
  journal: Journal;
  history: History;
  describe: (completed: boolean) => string;
  onChange: (ticks: ReadonlyMap<string, KeptTick>) => void;
}

const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };

/** One task's ticks run one after the other and each takes the latest wish, so quick clicks end in the last one. */
export function createTasks(options: TasksOptions): Tasks {
  const { calls, section, records, notices, journal, history, describe, onChange } = options;
  const wishes = signal<ReadonlyMap<string, Wish>>(new Map());
  const lanes = createLanes();

  function set(taskId: string, wish: Wish | null) {
    const next = new Map(wishes.peek());
    if (wish) next.set(taskId, wish);
    else next.delete(taskId);
    wishes.value = next;
    onChange(next);
  }

  function settle(taskId: string, wish: Wish, next: Wish | null): boolean {
    const isOwn = wishes.peek().get(taskId) === wish;
    if (isOwn) set(taskId, next);
    return isOwn;
  }

  function fail(taskId: string, wish: Wish, failure: Failure) {
    journal.finish(wish.id, resultOf(failure), failure);
    if (!settle(taskId, wish, { ...wish, failure, toast: null })) return;
    if (wish.toast !== null) notices.dismiss(wish.toast);
    if (wish.via === 'undo') notices.show('not-undone');
    notices.announce('save-failed');
  }

  function confirm(taskId: string, { contactId, completed }: Wish) {
    records
      .open(contactId)
      .tasks.change((tasks) => tasks.map((task) => (task.id === taskId ? { ...task, completed } : task)));
  }

  /** Sends the wish. When no answer came, HighLevel itself is asked whether it took effect. */
  async function send(taskId: string, { contactId, completed }: Wish) {
    await calls.completeTask(contactId, taskId, completed).catch(async (error: unknown) => {
      if (!isHighLevelError(error) || !error.details.unknownOutcome) throw error;
      const now = await calls.getTask(contactId, taskId).catch(() => null);
      if (now?.completed !== completed) throw error;
    });
  }

  async function carry(taskId: string) {
    let wish = wishes.peek().get(taskId);
    if (!wish || wish.failure) return;
    try {
      if (wish.stage === 'highlevel') {
        await journal.begin(intentOf(taskId, wish));
        await send(taskId, wish);
        confirm(taskId, wish);
        const next: Wish = { ...wish, stage: 'grist' };
        if (!settle(taskId, wish, next)) return;
        wish = next;
      }
      await section.tickTask(taskId, wish.completed, describe(wish.completed));
      journal.finish(wish.id, 'saved');
      settle(taskId, wish, null);
    } catch (error) {
      fail(taskId, wish, toFailure(error));
    }
  }

  function intentOf(what: string, { id, contactId, completed, via }: Wish): Intent {
    const label =
      records
        .peek(contactId)
        ?.tasks.state.peek()
        .data?.find((task) => task.id === what)?.title ?? '';
    const [from, to] = [String(!completed), String(completed)];
    return { id, contactId, rowId: null, act: 'task', what, label, from, to, via };
  }

  const start = (taskId: string) => void lanes.run(taskId, () => carry(taskId));

  function wishFor(contactId: string, taskId: string, completed: boolean, via: Via, toast: number | null = null) {
    set(taskId, { id: crypto.randomUUID(), contactId, completed, stage: 'highlevel', failure: null, toast, via });
    start(taskId);
  }

  function retry(taskId: string) {
    const wish = wishes.peek().get(taskId);
    if (!wish?.failure) return;
    const stage = wish.failure.side === 'grist' ? 'grist' : 'highlevel';
    set(taskId, { ...wish, stage, failure: null });
    start(taskId);
  }

  async function takeUp(taskId: string, tick: KeptTick) {
    const wish: Wish = { id: crypto.randomUUID(), ...tick, stage: 'grist', failure: null, toast: null, via: 'panel' };
    set(taskId, wish);
    await lanes.run(taskId, async () => {
      try {
        const now = await calls.getTask(tick.contactId, taskId);
        if (now.completed === tick.completed) await carry(taskId);
        else fail(taskId, wish, interrupted);
      } catch (error) {
        fail(taskId, wish, toFailure(error));
      }
    });
  }

  return {
    wishes,
    complete: (contactId, taskId, completed) => {
      const change = (wanted: boolean) => () => {
        wishFor(contactId, taskId, wanted, 'undo', notices.show('undone'));
      };
      history.did({ undo: change(!completed), redo: change(completed) });
      const code = completed ? 'task-completed' : 'task-reopened';
      wishFor(
        contactId,
        taskId,
        completed,
        'panel',
        notices.show(code, () => void history.undo()),
      );
      notices.announce(code);
    },
    follow: (contactId, taskId, completed) => wishFor(contactId, taskId, completed, 'mirror'),
    retry,
    retryAll: (isDue) => {
      for (const [taskId, { failure }] of wishes.peek()) if (failure && isDue(failure)) retry(taskId);
    },
    resume: async (ticks) => {
      await Promise.all([...ticks].map(([taskId, tick]) => takeUp(taskId, tick)));
    },
  };
}
