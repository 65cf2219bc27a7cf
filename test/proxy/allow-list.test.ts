import { expect, test } from 'vitest';
import { endpoints } from '../../proxy/allow-list.ts';
import { arrange, errorOf, openSessions } from './arrange.ts';

/**
 * All that may pass, written down apart from the code: whoever widens the code's list has to say it here, too. `write`: not for
 * viewers. In brackets: where the proxy puts the connection's location.
 */
const list = `
read  GET    /contacts/ (query)
read  POST   /contacts/search (body)
read  GET    /contacts/search/duplicate (query)
read  GET    /contacts/business/{businessId} (query)
read  GET    /contacts/{contactId}
write POST   /contacts/ (body)
write POST   /contacts/upsert (body)
write POST   /contacts/bulk/business (body)
write POST   /contacts/bulk/tags/update/{type} (body)
write PUT    /contacts/{contactId}
write DELETE /contacts/{contactId}
read  GET    /contacts/{contactId}/tasks
read  GET    /contacts/{contactId}/tasks/{taskId}
write POST   /contacts/{contactId}/tasks
write PUT    /contacts/{contactId}/tasks/{taskId}
write PUT    /contacts/{contactId}/tasks/{taskId}/completed
write DELETE /contacts/{contactId}/tasks/{taskId}
read  GET    /contacts/{contactId}/notes
read  GET    /contacts/{contactId}/notes/{noteId}
write POST   /contacts/{contactId}/notes
write PUT    /contacts/{contactId}/notes/{noteId}
write DELETE /contacts/{contactId}/notes/{noteId}
read  GET    /contacts/{contactId}/appointments
write POST   /contacts/{contactId}/tags
write DELETE /contacts/{contactId}/tags
write POST   /contacts/{contactId}/followers
write DELETE /contacts/{contactId}/followers
read  GET    /calendars/ (query)
read  GET    /calendars/groups (query)
read  GET    /calendars/events (query)
read  GET    /calendars/blocked-slots (query)
read  GET    /calendars/{calendarId}
read  GET    /calendars/{calendarId}/free-slots
read  GET    /calendars/events/appointments/{appointmentId}
write POST   /calendars/events/appointments (body)
write PUT    /calendars/events/appointments/{appointmentId}
write DELETE /calendars/events/{appointmentId}
read  GET    /calendars/appointments/{appointmentId}/notes
write POST   /calendars/appointments/{appointmentId}/notes
write PUT    /calendars/appointments/{appointmentId}/notes/{noteId}
write DELETE /calendars/appointments/{appointmentId}/notes/{noteId}
read  GET    /locations/{locationId}
read  GET    /locations/{locationId}/customFields
read  GET    /locations/{locationId}/customFields/{customFieldId}
read  GET    /locations/{locationId}/tags
write POST   /locations/{locationId}/tags
read  POST   /locations/{locationId}/tasks/search
read  GET    /users/ (query)
read  GET    /users/search (query)
read  GET    /users/{userId}
read  GET    /businesses/ (query)
read  GET    /businesses/{businessId}
write POST   /businesses/ (body)
write PUT    /businesses/{businessId}
write DELETE /businesses/{businessId}
`;

const expected = list
  .trim()
  .split('\n')
  .map((line) => {
    const [, kind, method = '', path = '', place] = /^(read|write) +(\w+) +(\S+)(?: \((\w+)\))?$/.exec(line) ?? [];
    return { writes: kind === 'write', method, path, place };
  });

const sample = 'ocQHyuzHvysMo5N5VsXc';
const fill = (path: string, locationId: string) =>
  path.replace('{locationId}', locationId).replaceAll(/\{\w+\}/g, sample);

test('the code lets pass what is written here, and nothing else', () => {
  expect(endpoints.map(({ writes, method, path, location }) => ({ writes, method, path, place: location }))).toEqual(
    expected,
  );
});

test.each(expected)('hands on $method $path, with the location where it belongs', async ({ method, path, place }) => {
  const { call, sent, locationId } = await arrange();
  const filled = fill(path, locationId);
  await call(method, filled, method === 'GET' ? {} : { body: {} });
  const [request, ...more] = sent;
  expect(more).toEqual([]);
  expect(`${request?.method} ${request?.url.pathname}`).toBe(`${method} ${filled}`);
  expect(request?.url.searchParams.get('locationId')).toBe(place === 'query' ? locationId : null);
  if (method !== 'GET')
    expect((JSON.parse(request?.body ?? '{}') as { locationId?: string }).locationId).toBe(
      place === 'body' ? locationId : undefined,
    );
});

test.each(expected)('a viewer and $method $path: reads pass, writes do not', async ({ method, path, writes }) => {
  const connection = { locationId: 'L', locationName: 'Sandbox', token: async () => 'pit-1' };
  const { call, sent } = await arrange({ sessions: openSessions('viewer', connection) });
  const answer = await call(method, fill(path, 'L'), method === 'GET' ? {} : { body: {} });
  expect(sent).toHaveLength(writes ? 0 : 1);
  if (writes) expect(answer.status).toBe(403);
});

test.each(expected.filter(({ path }) => path.includes('{locationId}')))(
  'no other location is reached by $method $path',
  async ({ method, path }) => {
    const { call, sent } = await arrange();
    const answer = await call(method, fill(path, sample), method === 'GET' ? {} : { body: {} });
    expect(answer.status).toBe(403);
    expect(sent).toEqual([]);
  },
);

test.each([
  ['GET', '/'],
  ['POST', '/oauth/token'],
  ['GET', '/opportunities/search'],
  ['PATCH', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['HEAD', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['OPTIONS', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['GET', '/contacts'],
  ['GET', '/contacts/ocQHyuzHvysMo5N5VsXc/'],
  ['POST', '/contacts/ocQHyuzHvysMo5N5VsXc/campaigns/1'],
  ['PUT', '/locations/ocQHyuzHvysMo5N5VsXc'],
  ['POST', '/users/'],
])('knows no %s %s', async (method, path) => {
  const { call, sent } = await arrange();
  const answer = await call(method, path);
  expect(answer.status).toBe(404);
  if (method !== 'HEAD') expect(await errorOf(answer)).toMatchObject({ code: 'not-found' });
  expect(sent).toEqual([]);
});
