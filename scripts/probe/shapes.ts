import { missingKeys, requiredKeys } from '../../test/helpers/contract/required-keys.ts';
import type { ProbeResponse } from './client.ts';
import type { ProbeContext } from './context.ts';
import { type Finding, finding, records, textOf } from './finding.ts';

/** Checks the keys of responses that we read, including undocumented ones. */
export async function checkShapes(context: ProbeContext): Promise<Finding[]> {
  const { request, locationId, companyId, contactId, calendarId } = context;
  const [task] = records(context.tasks?.body.tasks);
  const [note] = records(context.notes?.body.notes);
  const users = await request('GET', `/users/search?companyId=${companyId}&locationId=${locationId}`);
  const userId = textOf(records(users.body.users)[0]?.id);
  const contact = contactId && `/contacts/${contactId}`;
  const location = `/locations/${locationId}`;
  const get = (path: string, isPossible: unknown = true) => (isPossible ? request('GET', path) : undefined);
  const ofTask = `/contacts/${textOf(task?.contactId)}/tasks/${textOf(task?.id)}`;
  const responses: Record<string, ProbeResponse | undefined> = {
    'GET /contacts/{contactId}': await get(contact, contact),
    'POST /contacts/search': await request('POST', '/contacts/search', { body: { locationId, page: 1, pageLimit: 3 } }),
    'GET /contacts/': await get(`/contacts/?locationId=${locationId}&limit=3`),
    'GET /contacts/search/duplicate': await get(
      `/contacts/search/duplicate?locationId=${locationId}&email=nobody@probe.invalid`,
    ),
    'GET /contacts/{contactId}/tasks': context.tasks,
    'GET /contacts/{contactId}/tasks/{taskId}': await get(ofTask, task?.contactId),
    'GET /contacts/{contactId}/notes': context.notes,
    'GET /contacts/{contactId}/notes/{id}': await get(
      `/contacts/${textOf(note?.contactId)}/notes/${textOf(note?.id)}`,
      note?.contactId,
    ),
    'GET /contacts/{contactId}/appointments': context.events,
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
    ...Object.entries(responses).map(([name, response]) => keysOf(name, response)),
    pagesOf(responses['GET /contacts/']),
    await checkTaskSearch(context),
    checkTraceIds(context),
  ];
}

/** Checks the presence of the keys that we require. */
function keysOf(name: string, response: ProbeResponse | undefined): Finding {
  const wanted = requiredKeys[name] ?? [];
  const expected = wanted.join(', ');
  const list = wanted.find((key) => key.includes('[]'))?.split('[]')[0];
  const isEmpty =
    list !== undefined && Array.isArray(response?.body[list]) && records(response.body[list]).length === 0;
  if (!response || isEmpty) return finding(name, expected, null);
  if (response.status !== 200) return finding(name, expected, `status ${response.status}`);
  const missing = missingKeys(response.body, wanted);
  return finding(name, expected, missing.length > 0 ? `no ${missing.join(', ')}` : expected);
}

function pagesOf(list: ProbeResponse | undefined): Finding {
  const has = list?.status === 200 && 'meta' in list.body;
  return finding('pages of the deprecated list', 'meta', list ? (has ? 'meta' : 'no meta') : null);
}

async function checkTaskSearch({ request, locationId }: ProbeContext): Promise<Finding> {
  const { body } = await request('POST', `/locations/${locationId}/tasks/search`, { body: { limit: 3, skip: 0 } });
  const [task] = records(Array.isArray(body.tasks) ? body.tasks.flat() : []);
  const key = task && (['id', '_id'].filter((name) => name in task).join(' and ') || 'neither id nor _id');
  return finding('the id of a task found across contacts', 'id', key ?? null);
}

/** Refusals have a trace id too. */
function checkTraceIds({ responses }: ProbeContext): Finding {
  const bodies = responses.filter(({ body }) => Object.keys(body).length > 0);
  const traced = bodies.filter(({ body }) => textOf(body.traceId) !== '').length;
  const words = traced === 0 ? 'nowhere' : `in ${traced} of ${bodies.length} answers`;
  return finding('traceId', 'in every answer', traced === bodies.length ? 'in every answer' : words);
}
