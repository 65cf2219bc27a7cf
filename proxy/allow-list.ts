/** Where an endpoint takes the location; absent: HighLevel knows it from the token, or the path names it. */
export type LocationPlace = 'query' | 'body';

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** HighLevel's path. `{name}` stands for one id; `{locationId}` must be the connection's own. */
  path: string;
  /** Does it change anything at HighLevel? The method does not say: searches are sent by POST. */
  writes: boolean;
  location?: LocationPlace;
}

const read = (method: 'GET' | 'POST', path: string, location?: LocationPlace): Endpoint => ({
  method,
  path,
  writes: false,
  ...(location && { location }),
});
const write = (method: 'POST' | 'PUT' | 'DELETE', path: string, location?: LocationPlace): Endpoint => ({
  method,
  path,
  writes: true,
  ...(location && { location }),
});

/** All that may pass: what is not listed does not exist. Spelled, slashes included, as in HighLevel's OpenAPI. */
export const endpoints: readonly Endpoint[] = [
  read('GET', '/contacts/', 'query'),
  read('POST', '/contacts/search', 'body'),
  read('GET', '/contacts/search/duplicate', 'query'),
  read('GET', '/contacts/business/{businessId}', 'query'),
  read('GET', '/contacts/{contactId}'),
  write('POST', '/contacts/', 'body'),
  write('POST', '/contacts/upsert', 'body'),
  write('POST', '/contacts/bulk/business', 'body'),
  write('POST', '/contacts/bulk/tags/update/{type}', 'body'),
  write('PUT', '/contacts/{contactId}'),
  write('DELETE', '/contacts/{contactId}'),

  read('GET', '/contacts/{contactId}/tasks'),
  read('GET', '/contacts/{contactId}/tasks/{taskId}'),
  write('POST', '/contacts/{contactId}/tasks'),
  write('PUT', '/contacts/{contactId}/tasks/{taskId}'),
  write('PUT', '/contacts/{contactId}/tasks/{taskId}/completed'),
  write('DELETE', '/contacts/{contactId}/tasks/{taskId}'),

  read('GET', '/contacts/{contactId}/notes'),
  read('GET', '/contacts/{contactId}/notes/{noteId}'),
  write('POST', '/contacts/{contactId}/notes'),
  write('PUT', '/contacts/{contactId}/notes/{noteId}'),
  write('DELETE', '/contacts/{contactId}/notes/{noteId}'),

  read('GET', '/contacts/{contactId}/appointments'),
  write('POST', '/contacts/{contactId}/tags'),
  write('DELETE', '/contacts/{contactId}/tags'),
  write('POST', '/contacts/{contactId}/followers'),
  write('DELETE', '/contacts/{contactId}/followers'),

  read('GET', '/calendars/', 'query'),
  read('GET', '/calendars/groups', 'query'),
  read('GET', '/calendars/events', 'query'),
  read('GET', '/calendars/blocked-slots', 'query'),
  read('GET', '/calendars/{calendarId}'),
  read('GET', '/calendars/{calendarId}/free-slots'),
  read('GET', '/calendars/events/appointments/{appointmentId}'),
  write('POST', '/calendars/events/appointments', 'body'),
  write('PUT', '/calendars/events/appointments/{appointmentId}'),
  write('DELETE', '/calendars/events/{appointmentId}'),
  read('GET', '/calendars/appointments/{appointmentId}/notes'),
  write('POST', '/calendars/appointments/{appointmentId}/notes'),
  write('PUT', '/calendars/appointments/{appointmentId}/notes/{noteId}'),
  write('DELETE', '/calendars/appointments/{appointmentId}/notes/{noteId}'),

  read('GET', '/locations/{locationId}'),
  read('GET', '/locations/{locationId}/customFields'),
  read('GET', '/locations/{locationId}/customFields/{customFieldId}'),
  read('GET', '/locations/{locationId}/tags'),
  write('POST', '/locations/{locationId}/tags'),
  read('POST', '/locations/{locationId}/tasks/search'),

  read('GET', '/users/', 'query'),
  read('GET', '/users/search', 'query'),
  read('GET', '/users/{userId}'),

  read('GET', '/businesses/', 'query'),
  read('GET', '/businesses/{businessId}'),
  write('POST', '/businesses/', 'body'),
  write('PUT', '/businesses/{businessId}'),
  write('DELETE', '/businesses/{businessId}'),
];
