import { computed, type ReadonlySignal } from '@preact/signals';
import { type OperationOf, operation } from '../../../engine/operation.ts';
import type { Notices } from '../notices.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { TakeBack } from '../take-back.ts';
import type { History } from '../undo.ts';

export type Tick = OperationOf<'tick'>;

/** Ticks and unticks tasks. */
export interface Tasks {
  /** Ticks that both sides do not have yet, by task. */
  readonly pending: ReadonlySignal<ReadonlyMap<string, Tick>>;
  complete(contactId: string, taskId: string, completed: boolean): void;
  /** Does what is missing of a tick that failed. */
  retry(taskId: string): void;
}

interface TasksOptions {
  outbox: Outbox;
  records: Cache<Records>;
  notices: Notices;
  history: History;
  takeBack: TakeBack;
}

/** A tick is shown at once and can be taken back at once: quick clicks end in the last one. */
export function createTasks({ outbox, records, notices, history, takeBack }: TasksOptions): Tasks {
  const toasts = new Map<string, number>();
  const pending = computed(
    () =>
      new Map(
        [...outbox.all.value.values()].flatMap((one) =>
          one.kind === 'tick' ? [[one.target.taskId, one] as const] : [],
        ),
      ),
  );

  function tick(contactId: string, taskId: string, want: boolean, origin: Tick['origin']): Tick {
    const known = records.peek(contactId)?.tasks.state.peek().data;
    const title = known?.find(({ id }) => id === taskId)?.title ?? '';
    return operation({ kind: 'tick', target: { contactId, taskId, title }, want, seen: null, origin });
  }

  outbox.onEnd((ended, { left, isReplaced }) => {
    const toast = toasts.get(ended.id);
    toasts.delete(ended.id);
    if (toast !== undefined && left.length > 0 && !isReplaced) notices.dismiss(toast);
  });
  outbox.onSend((sent) => {
    // An undo is shown at once, too.
    if (sent.kind === 'tick' && sent.origin === 'undo') toasts.set(sent.id, notices.show('undone'));
  });

  return {
    pending,
    complete: (contactId, taskId, completed) => {
      const own = tick(contactId, taskId, completed, 'panel');
      takeBack.remember(own, outbox.send(own));
      const code = completed ? 'task-completed' : 'task-reopened';
      toasts.set(
        own.id,
        notices.show(code, () => void history.undo(), { about: own.target.title }),
      );
      notices.announce(code);
    },
    retry: (taskId) => {
      const own = pending.peek().get(taskId);
      if (own) outbox.retry(own.id);
    },
  };
}
