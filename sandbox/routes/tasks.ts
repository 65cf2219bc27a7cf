import type { WireTask, WireTaskInput } from '../../highlevel/wire.ts';
import { contactOf } from '../contact-access.ts';
import { dto, filled, flag, instant, nullable, optional, required, text } from '../dto.ts';
import { unknownId, unprocessable } from '../errors.ts';
import { presentTaskEvent } from '../present/webhook.ts';
import type { Call, Route } from '../route.ts';
import type { TaskRecord } from '../state.ts';
import { succeeded } from './contacts.ts';

const one = '/contacts/:contactId/tasks/:taskId';
const many = '/contacts/:contactId/tasks';

export const taskRoutes: Route[] = [
  { method: 'GET', path: many, scope: 'contacts.readonly', handle: listTasks },
  { method: 'GET', path: one, scope: 'contacts.readonly', handle: (call) => ({ task: presentTask(taskOf(call)) }) },
  { method: 'POST', path: many, scope: 'contacts.write', status: 201, handle: createTask },
  { method: 'PUT', path: one, scope: 'contacts.write', handle: updateTask },
  { method: 'PUT', path: `${one}/completed`, scope: 'contacts.write', handle: completeTask },
  { method: 'DELETE', path: one, scope: 'contacts.write', handle: deleteTask },
];

const creating = dto<WireTaskInput>({
  title: required(text, filled),
  body: optional(text),
  dueDate: required(instant),
  completed: required(flag),
  assignedTo: nullable(text),
});
const updating = dto<WireTaskInput>({
  title: optional(text, filled),
  body: optional(text),
  dueDate: optional(instant),
  completed: optional(flag),
  assignedTo: nullable(text),
});
const completing = dto<{ completed: boolean }>({ completed: required(flag) });

export const presentTask = ({ dateAdded, ...task }: TaskRecord): WireTask => ({
  ...task,
  assignedTo: task.assignedTo ?? undefined,
  dueDate: new Date(task.dueDate).toISOString(),
});

function listTasks(call: Call) {
  return { tasks: call.location.tasks.of(contactOf(call).id).map(presentTask) };
}

function taskOf(call: Call): TaskRecord {
  const contact = contactOf(call);
  const task = call.location.tasks.get(call.param('taskId'));
  if (task?.contactId !== contact.id) throw unknownId('Task', call.param('taskId'));
  return task;
}

function createTask(call: Call) {
  const contact = contactOf(call);
  const input = call.accept(creating);
  const task = call.location.tasks.put({
    id: call.state.random.id(),
    contactId: contact.id,
    title: '',
    body: '',
    assignedTo: null,
    dueDate: 0,
    completed: false,
    dateAdded: call.now,
    ...changed(input),
  });
  // Observed, contrary to the docs (docs repository, issue 332).
  const { contactId, body, ...thin } = presentTaskEvent(task);
  call.emit('TaskCreate', call.quirks.taskWebhookWithoutContact ? thin : { ...thin, contactId, body });
  if (task.completed) call.emit('TaskComplete', presentTaskEvent(task));
  return { task: presentTask(task) };
}

function changed({ dueDate, ...rest }: WireTaskInput): Partial<TaskRecord> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...given, ...(dueDate && { dueDate: Date.parse(dueDate) }) };
}

function updateTask(call: Call) {
  const before = taskOf(call);
  const input = call.accept(updating);
  // Reported for n8n's node, which removes the milliseconds that HighLevel itself sends.
  if (call.quirks.taskUpdateRefusesMilliseconds && /\.\d+/.test(input.dueDate ?? '')) {
    throw unprocessable(['dueDate must be a valid ISO 8601 date string']);
  }
  return saveTask(call, before, { ...before, ...changed(input) });
}

function completeTask(call: Call) {
  const before = taskOf(call);
  return saveTask(call, before, { ...before, ...call.accept(completing) });
}

/** HighLevel sends no webhook for an edit, nor when a task is reopened. */
function saveTask(call: Call, before: TaskRecord, after: TaskRecord) {
  call.location.tasks.put(after);
  if (after.completed && !before.completed) call.emit('TaskComplete', presentTaskEvent(after));
  return { task: presentTask(after) };
}

function deleteTask(call: Call) {
  const task = taskOf(call);
  call.location.tasks.remove(task.id);
  call.emit('TaskDelete', presentTaskEvent(task));
  return succeeded(call);
}
