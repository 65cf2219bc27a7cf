import { missingKeys, requiredKeys } from '../../test/helpers/contract/required-keys.ts';
import type { Answer } from './ask.ts';
import { type Finding, finding, records, textOf } from './finding.ts';
import type { Ground } from './ground.ts';

/** The names under which answers hold what we read, and the keys that nobody promises. */
export async function lookAtShapes(ground: Ground): Promise<Finding[]> {
  const { ask, locationId, companyId, contactId, calendarId } = ground;
  const [task] = records(ground.tasks?.body.tasks);
  const [note] = records(ground.notes?.body.notes);
  const users = await ask('GET', `/users/search?companyId=${companyId}&locationId=${locationId}`);
  const userId = textOf(records(users.body.users)[0]?.id);
  const contact = contactId && `/contacts/${contactId}`;
  const location = `/locations/${locationId}`;
  const get = (path: string, isPossible: unknown = true) => (isPossible ? ask('GET', path) : undefined);
  const ofTask = `/contacts/${textOf(task?.contactId)}/tasks/${textOf(task?.id)}`;
  const answers: Record<string, Answer | undefined> = {
    'GET /contacts/{contactId}': await get(contact, contact),
    'POST /contacts/search': await ask('POST', '/contacts/search', { body: { locationId, page: 1, pageLimit: 3 } }),
    'GET /contacts/': await get(`/contacts/?locationId=${locationId}&limit=3`),
    'GET /contacts/search/duplicate': await get(
      `/contacts/search/duplicate?locationId=${locationId}&email=nobody@probe.invalid`,
    ),
    'GET /contacts/{contactId}/tasks': ground.tasks,
    'GET /contacts/{contactId}/tasks/{taskId}': await get(ofTask, task?.contactId),
    'GET /contacts/{contactId}/notes': ground.notes,
    'GET /contacts/{contactId}/notes/{id}': await get(
      `/contacts/${textOf(note?.contactId)}/notes/${textOf(note?.id)}`,
      note?.contactId,
    ),
    'GET /contacts/{contactId}/appointments': ground.events,
    'GET /locations/{locationId}': await get(location),
    'GET /locations/{locationId}/customFields': await get(`${location}/customFields?model=contact`),
    'GET /locations/{locationId}/tags': await get(`${location}/tags`),
    'GET /calendars/': await get(`/calendars/?locationId=${locationId}`),
    'GET /calendars/{calendarId}': await get(`/calendars/${calendarId}`, calendarId),
    'GET /users/search': users,
    'GET /users/': await get(`/users/?locationId=${locationId}`),
    'GET /users/{userId}': await get(`/users/${userId}`, userId),
    'GET /businesses/': await get(`/businesses/?locationId=${locationId}`),
  };
  return [
    ...Object.entries(answers).map(([name, answer]) => keysOf(name, answer)),
    pagesOf(answers['GET /contacts/']),
    await lookAtFoundTasks(ground),
    lookAtTraces(ground),
  ];
}

/** Which of the keys that we count on are there. */
function keysOf(name: string, answer: Answer | undefined): Finding {
  const wanted = requiredKeys[name] ?? [];
  const expected = wanted.join(', ');
  const list = wanted.find((key) => key.includes('[]'))?.split('[]')[0];
  const isEmpty = list !== undefined && Array.isArray(answer?.body[list]) && records(answer.body[list]).length === 0;
  if (!answer || isEmpty) return finding(name, expected, null);
  if (answer.status !== 200) return finding(name, expected, `status ${answer.status}`);
  const missing = missingKeys(answer.body, wanted);
  return finding(name, expected, missing.length > 0 ? `no ${missing.join(', ')}` : expected);
}

function pagesOf(list: Answer | undefined): Finding {
  const has = list?.status === 200 && 'meta' in list.body;
  return finding('pages of the deprecated list', 'meta', list ? (has ? 'meta' : 'no meta') : null);
}

async function lookAtFoundTasks({ ask, locationId }: Ground): Promise<Finding> {
  const { body } = await ask('POST', `/locations/${locationId}/tasks/search`, { body: { limit: 3, skip: 0 } });
  const [task] = records(Array.isArray(body.tasks) ? body.tasks.flat() : []);
  const key = task && (['id', '_id'].filter((name) => name in task).join(' and ') || 'neither id nor _id');
  return finding('the id of a task found across contacts', 'id', key ?? null);
}

/** Refusals have it too. */
function lookAtTraces({ heard }: Ground): Finding {
  const bodies = heard.filter(({ body }) => Object.keys(body).length > 0);
  const traced = bodies.filter(({ body }) => textOf(body.traceId) !== '').length;
  const words = traced === 0 ? 'nowhere' : `in ${traced} of ${bodies.length} answers`;
  return finding('traceId', 'in every answer', traced === bodies.length ? 'in every answer' : words);
}
