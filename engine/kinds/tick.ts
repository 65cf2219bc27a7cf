import { completeTask, getTask, type Task } from '../../highlevel/tasks.ts';
import { ignored } from '../failure.ts';
import { followed, type Handler } from '../handler.ts';
import { operation } from '../operation.ts';

/** `task` is `null` before it was read. */
export interface TickNow {
  task: Task | null;
}

/** Whether a task is completed: HighLevel first, then the row of the task. A tick needs no look before: it is one of two states. */
export const tick: Handler<'tick', TickNow> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, { target, want, origin }, now) => [
    {
      part: '',
      contactId: target.contactId,
      rowId: null,
      act: 'task',
      what: target.taskId,
      label: now?.task?.title ?? target.title,
      from: String(!want),
      to: String(want),
      via: origin,
    },
  ],

  read: async () => ({ task: null }),
  judge: async () => ({ operation: null, refused: new Map() }),

  async write({ highlevel, observe }, { target: { contactId, taskId }, want }) {
    const answer = await completeTask(highlevel, contactId, taskId, want);
    const task = answer.completed === want ? answer : await getTask(highlevel, contactId, taskId);
    const isTaken = task.completed === want;
    observe.tick?.({ contactId, taskId }, task.completed);
    return { now: { task }, refused: isTaken ? new Map() : new Map([['', ignored(String(task.completed))]]) };
  },

  async recover({ highlevel, observe }, { target: { contactId, taskId }, want }) {
    const task = await getTask(highlevel, contactId, taskId);
    if (task.completed !== want) return null;
    observe.tick?.({ contactId, taskId }, want);
    return { task };
  },

  async follow(ports, { target, want }) {
    await ports.tick(target.taskId, want, ports.describe({ kind: 'task', completed: want }));
    return followed;
  },

  inverse: (op) => operation({ kind: 'tick', target: op.target, want: !op.want, seen: null, origin: 'undo' }),
};
