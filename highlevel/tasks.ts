import type { Api, Call, Creation } from './client.ts';
import { path } from './path.ts';
import { flag, instant, list, shape, text, wrapped, writeInstant, written } from './read.ts';
import type { TaskResponse, TasksResponse, WireTask, WireTaskInput } from './wire.ts';

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

/** The writable fields of a task. An absent key leaves the field unchanged. */
export interface TaskChanges {
  title?: string;
  body?: string;
  /** Epoch milliseconds; sent in whole seconds. */
  dueDate?: number;
  completed?: boolean;
  /** User id; `null` or `''` unassigns the task. */
  assignee?: string | null;
}

/** HighLevel requires a title and a due date. */
export type NewTask = TaskChanges & { title: string; dueDate: number };

/** Reads all tasks of a contact; HighLevel does not page them. */
export async function listTasks(api: Api, contactId: string, call?: Call): Promise<Task[]> {
  const response = shape<TasksResponse>(await api.get(path`contacts/${contactId}/tasks`, call));
  return list(response.tasks).map((task) => readTask(task, contactId));
}

/** Reads one task. Fails with `not-found` when it no longer exists. */
export async function getTask(api: Api, contactId: string, taskId: string, call?: Call): Promise<Task> {
  return readTask(
    wrapped<TaskResponse>(await api.get(path`contacts/${contactId}/tasks/${taskId}`, call), 'task'),
    contactId,
  );
}

/** Creates a task. Without a key it is not retried; after an error with `unknownOutcome`, list the tasks before another attempt. */
export async function createTask(api: Api, contactId: string, task: NewTask, call?: Creation): Promise<Task> {
  const body = writeTask({ ...task, completed: task.completed ?? false });
  return readWritten(await api.post(path`contacts/${contactId}/tasks`, { ...call, body }), contactId);
}

/** Changes the given fields of a task. */
export async function updateTask(
  api: Api,
  contactId: string,
  taskId: string,
  changes: TaskChanges,
  call?: Call,
): Promise<Task> {
  const body = writeTask(changes);
  return readWritten(await api.put(path`contacts/${contactId}/tasks/${taskId}`, { ...call, body }), contactId);
}

/** Marks a task as done or not done. Fails with `not-found` when the task was deleted in HighLevel. */
export async function completeTask(
  api: Api,
  contactId: string,
  taskId: string,
  completed: boolean,
  call?: Call,
): Promise<Task> {
  const request = { ...call, body: { completed } };
  return readWritten(await api.put(path`contacts/${contactId}/tasks/${taskId}/completed`, request), contactId);
}

/** Deletes a task. */
export async function deleteTask(api: Api, contactId: string, taskId: string, call?: Call): Promise<void> {
  await api.remove(path`contacts/${contactId}/tasks/${taskId}`, call);
}

/** Parses a task of HighLevel; a search names the id `_id`. */
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

function readWritten(response: unknown, contactId: string): Task {
  return readTask(written<TaskResponse>(response, 'task'), contactId);
}

function writeTask({ title, body, dueDate, completed, assignee }: TaskChanges): WireTaskInput {
  return {
    title,
    body,
    dueDate: dueDate === undefined ? undefined : writeInstant(dueDate),
    completed,
    // HighLevel does not accept null here.
    assignedTo: assignee === undefined ? undefined : (assignee ?? ''),
  };
}
