/**
 * The specification requires hardly any key: `{}` is a valid contact. These keys are required nevertheless, by
 * HighLevel's documented examples and by its own SDK. `a.b` is a key of a wrapped object, `a[].b` of each item.
 */
export const requiredKeys: Readonly<Record<string, readonly string[]>> = {
  'GET /contacts/{contactId}': [
    'contact.id',
    'contact.locationId',
    'contact.tags',
    'contact.customFields',
    'contact.dateAdded',
  ],
  'POST /contacts/': ['contact.id', 'contact.locationId'],
  'PUT /contacts/{contactId}': ['succeded', 'contact.id'],
  'DELETE /contacts/{contactId}': ['succeded'],
  'POST /contacts/upsert': ['new', 'contact.id'],
  'GET /contacts/': ['contacts[].id', 'count'],
  'GET /contacts/business/{businessId}': ['contacts[].id', 'count'],
  'POST /contacts/search': ['contacts[].id', 'contacts[].searchAfter', 'total'],
  'GET /contacts/search/duplicate': ['contact'],
  'GET /contacts/{contactId}/tasks': ['tasks[].id', 'tasks[].title', 'tasks[].completed', 'tasks[].contactId'],
  'GET /contacts/{contactId}/tasks/{taskId}': ['task.id', 'task.title', 'task.completed'],
  'POST /contacts/{contactId}/tasks': ['task.id', 'task.title'],
  'PUT /contacts/{contactId}/tasks/{taskId}': ['task.id', 'task.title'],
  'PUT /contacts/{contactId}/tasks/{taskId}/completed': ['task.id', 'task.completed'],
  'DELETE /contacts/{contactId}/tasks/{taskId}': ['succeded'],
  'GET /contacts/{contactId}/notes': ['notes[].id', 'notes[].body', 'notes[].dateAdded'],
  'GET /contacts/{contactId}/notes/{id}': ['note.id', 'note.body'],
  'POST /contacts/{contactId}/notes': ['note.id', 'note.body'],
  'PUT /contacts/{contactId}/notes/{id}': ['note.id', 'note.body'],
  'DELETE /contacts/{contactId}/notes/{id}': ['succeded'],
  'GET /contacts/{contactId}/appointments': [
    'events[].id',
    'events[].startTime',
    'events[].endTime',
    'events[].calendarId',
  ],
  'POST /contacts/{contactId}/tags': ['tags'],
  'DELETE /contacts/{contactId}/tags': ['tags'],
  'POST /contacts/{contactId}/followers': ['followers', 'followersAdded'],
  'DELETE /contacts/{contactId}/followers': ['followers', 'followersRemoved'],
  'POST /contacts/bulk/business': ['success', 'ids'],
  'POST /contacts/bulk/tags/update/{type}': ['succeded', 'errorCount', 'responses'],
  'POST /calendars/events/appointments': ['id', 'calendarId', 'contactId', 'locationId', 'startTime', 'endTime'],
  'PUT /calendars/events/appointments/{eventId}': ['id', 'calendarId', 'contactId', 'startTime'],
  'GET /calendars/events/appointments/{eventId}': ['event.id', 'event.startTime'],
  'DELETE /calendars/events/{eventId}': ['succeeded'],
  'GET /calendars/events': ['events[].id', 'events[].startTime'],
  'GET /calendars/blocked-slots': ['events[].id', 'events[].startTime'],
  'POST /calendars/events/block-slots': ['id', 'calendarId', 'startTime', 'endTime'],
  'PUT /calendars/events/block-slots/{eventId}': ['id', 'calendarId', 'startTime', 'endTime'],
  'GET /calendars/groups': ['groups[].id', 'groups[].name'],
  'GET /calendars/': ['calendars[].id', 'calendars[].name'],
  'GET /calendars/{calendarId}': ['calendar.id'],
  'GET /calendars/appointments/{appointmentId}/notes': ['notes', 'hasMore'],
  'POST /calendars/appointments/{appointmentId}/notes': ['note.id', 'note.body'],
  'PUT /calendars/appointments/{appointmentId}/notes/{noteId}': ['note.id', 'note.body'],
  'DELETE /calendars/appointments/{appointmentId}/notes/{noteId}': ['success'],
  // Its keys are days; the schema requires the slots of each.
  'GET /calendars/{calendarId}/free-slots': [],
  'GET /locations/{locationId}': ['location.id', 'location.companyId', 'location.timezone'],
  'GET /locations/{locationId}/customFields': [
    'customFields[].id',
    'customFields[].name',
    'customFields[].fieldKey',
    'customFields[].dataType',
  ],
  'GET /locations/{locationId}/customFields/{id}': ['customField.id', 'customField.name', 'customField.dataType'],
  'POST /locations/{locationId}/customFields': ['customField.id', 'customField.name', 'customField.dataType'],
  'GET /locations/{locationId}/tags': ['tags[].id', 'tags[].name'],
  'POST /locations/{locationId}/tags': ['tag.id', 'tag.name'],
  'POST /locations/{locationId}/tasks/search': ['tasks'],
  'GET /users/search': ['users[].id', 'users[].name', 'count'],
  'GET /users/': ['users[].id', 'users[].name'],
  'GET /users/{userId}': ['id', 'name'],
  'GET /businesses/': ['businesses[].id', 'businesses[].name'],
  'GET /businesses/{businessId}': ['business.id', 'business.name'],
  'POST /businesses/': ['success', 'buiseness.id'],
  'PUT /businesses/{businessId}': ['success', 'buiseness.id'],
  'DELETE /businesses/{businessId}': ['success'],
  'POST /oauth/token': ['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'userType', 'companyId'],
  'POST /oauth/locationToken': ['access_token', 'token_type', 'expires_in', 'scope', 'locationId'],
  'GET /oauth/installedLocations': ['locations[]._id', 'locations[].isInstalled', 'count'],
};

/** The keys of `paths` that `body` lacks. */
export function missingKeys(body: unknown, paths: readonly string[]): string[] {
  return paths.filter(
    (path) =>
      !path
        .split('.')
        .reduce<unknown[]>(step, [body])
        .every((value) => value !== undefined),
  );
}

const step = (values: unknown[], part: string): unknown[] => {
  const key = part.replace('[]', '');
  const found = values.map((value) => (value as Record<string, unknown> | null | undefined)?.[key]);
  return part.endsWith('[]') ? found.flatMap((list) => (Array.isArray(list) ? list : [undefined])) : found;
};
