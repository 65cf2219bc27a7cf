import type { Api, Call, Creation } from './client.ts';
import { path } from './path.ts';
import { flag, instant, list, shape, text, wrapped, writeInstant } from './read.ts';
import type { TaskAnswer, TasksAnswer, WireTask, WireTaskInput } from './wire.ts';

export interface Task {
  id: string;
  contactId: string;
  title: string;
  body: string;
  /** Epoch milliseconds, or `null`. */
  dueDate: number | null;
  completed: boolean;
  /** User id, or `''`. */
  assignee: string;
}

/** What a person may say about a task. An absent key leaves the task as it is. */
export interface TaskChanges {
  title?: string;
  body?: string;
  /** Epoch milliseconds; sent in whole seconds. */
  dueDate?: number;
  completed?: boolean;
  /** User id; `null` or `''` leaves the task to nobody. */
  assignee?: string | null;
}

/** HighLevel takes no task without a title and a due date. */
export type NewTask = TaskChanges & { title: string; dueDate: number };

/** Reads all tasks of a contact; HighLevel does not page them. */
export async function listTasks(api: Api, contactId: string, call?: Call): Promise<Task[]> {
  const answer = shape<TasksAnswer>(await api.get(path`contacts/${contactId}/tasks`, call));
  return list(answer.tasks).map((task) => readTask(task, contactId));
}

/** Reads one task. Fails with `not-found` when it is gone. */
export async function getTask(api: Api, contactId: string, taskId: string, call?: Call): Promise<Task> {
  return readAnswer(await api.get(path`contacts/${contactId}/tasks/${taskId}`, call), contactId);
}

/** Makes a task. Without a key it is sent once: when the error says `unknownOutcome`, look before trying again. */
export async function createTask(api: Api, contactId: string, task: NewTask, call?: Creation): Promise<Task> {
  const body = writeTask({ ...task, completed: task.completed ?? false });
  return readAnswer(await api.post(path`contacts/${contactId}/tasks`, { ...call, body }), contactId);
}

/** Changes what is given of a task. */
export async function updateTask(
  api: Api,
  contactId: string,
  taskId: string,
  changes: TaskChanges,
  call?: Call,
): Promise<Task> {
  const body = writeTask(changes);
  return readAnswer(await api.put(path`contacts/${contactId}/tasks/${taskId}`, { ...call, body }), contactId);
}

/** Marks a task done or not done. Fails with `not-found` when the task was deleted in HighLevel meanwhile. */
export async function completeTask(
  api: Api,
  contactId: string,
  taskId: string,
  completed: boolean,
  call?: Call,
): Promise<Task> {
  const request = { ...call, body: { completed } };
  return readAnswer(await api.put(path`contacts/${contactId}/tasks/${taskId}/completed`, request), contactId);
}

/** Deletes a task. */
export async function deleteTask(api: Api, contactId: string, taskId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}/tasks/${taskId}`, call);
}

/** Reads a task as HighLevel sends it; a search spells the id `_id`. */
export function readTask(value: unknown, contactId = ''): Task {
  const raw = shape<WireTask & { _id: string }>(value);
  return {
    id: text(raw.id) || text(raw._id),
    contactId: text(raw.contactId) || contactId,
    title: text(raw.title),
    body: text(raw.body),
    dueDate: instant(raw.dueDate),
    completed: flag(raw.completed),
    assignee: text(raw.assignedTo),
  };
}

function readAnswer(answer: unknown, contactId: string): Task {
  return readTask(wrapped<TaskAnswer>(answer, 'task'), contactId);
}

function writeTask({ title, body, dueDate, completed, assignee }: TaskChanges): WireTaskInput {
  return {
    title,
    body,
    dueDate: dueDate === undefined ? undefined : writeInstant(dueDate),
    completed,
    // HighLevel takes no null here.
    assignedTo: assignee === undefined ? undefined : (assignee ?? ''),
  };
}
