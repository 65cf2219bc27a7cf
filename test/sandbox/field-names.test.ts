import { expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

/**
 * Names as HighLevel's API docs have them, typed in by hand from there and imported from nowhere: a slip in our own
 * wire types would otherwise agree with itself.
 */
const names = {
  contact:
    'id name locationId firstName lastName email emailLowerCase timezone companyName phone dnd dndSettings type source ' +
    'assignedTo address1 city state country postalCode website tags dateOfBirth dateAdded dateUpdated attachments ssn ' +
    'keyword firstNameLowerCase fullNameLowerCase lastNameLowerCase lastActivity customFields businessId ' +
    'attributionSource lastAttributionSource visitorId additionalEmails additionalPhones inboundDndSettings',
  created:
    'id dateAdded dateUpdated deleted tags type customFields locationId firstName firstNameLowerCase ' +
    'fullNameLowerCase lastName lastNameLowerCase email emailLowerCase bounceEmail unsubscribeEmail dnd dndSettings ' +
    'phone address1 city state country postalCode website source companyName dateOfBirth birthMonth birthDay ' +
    'lastSessionActivityAt offers products businessId assignedTo',
  found:
    'id phoneLabel country address source type locationId dnd state businessName customFields tags dateAdded ' +
    'additionalEmails phone companyName additionalPhones dateUpdated city dateOfBirth firstName lastName ' +
    'firstNameLowerCase lastNameLowerCase email assignedTo followers validEmail dndSettings opportunities postalCode ' +
    'businessId searchAfter website timezone',
  task: 'id title body assignedTo dueDate completed contactId',
  note: 'id body userId dateAdded contactId title color pinned',
  appointment:
    'id calendarId status title assignedUserId notes startTime endTime address locationId contactId groupId ' +
    'appointmentStatus users dateAdded dateUpdated assignedResources',
  event:
    'id address title calendarId locationId contactId groupId appointmentStatus assignedUserId users notes ' +
    'description isRecurring rrule startTime endTime dateAdded dateUpdated assignedResources createdBy masterEventId',
  booked:
    'calendarId locationId contactId startTime endTime title meetingLocationType appointmentStatus assignedUserId ' +
    'address isRecurring rrule id traceId',
  customField:
    'id name fieldKey placeholder dataType position picklistOptions picklistImageOptions isAllowedCustomOption ' +
    'isMultiFileAllowed maxFileLimit locationId model',
  user: 'id name firstName lastName email phone extension permissions scopes roles deleted lcPhone platformLanguage',
  business:
    'id name phone email website address city description state postalCode country updatedBy locationId createdBy ' +
    'createdAt updatedAt',
  location:
    'id companyId name domain address city state logoUrl country postalCode website timezone firstName lastName email ' +
    'phone business social settings reseller',
  tag: 'id name locationId',
};

/** Names that every record must have. */
const always: Partial<Record<keyof typeof names, string>> = {
  contact: 'id name locationId firstName lastName dnd tags dateAdded dateUpdated customFields type dndSettings',
  created: 'id dateAdded deleted tags type customFields locationId bounceEmail unsubscribeEmail offers products',
  found: 'id locationId dnd tags dateAdded dateUpdated firstName lastName customFields searchAfter additionalEmails',
  task: 'id title body dueDate completed contactId',
  note: 'id body dateAdded contactId',
  appointment: 'id calendarId title startTime endTime locationId contactId appointmentStatus',
  event:
    'id title calendarId locationId contactId groupId appointmentStatus assignedUserId users startTime endTime ' +
    'dateAdded dateUpdated',
  booked: 'id calendarId locationId contactId',
  customField: names.customField,
  user: 'id name firstName lastName email roles',
  business: 'id name locationId',
  location: 'id companyId name timezone country settings',
  tag: names.tag,
};

function expectNames(kind: keyof typeof names, record: object) {
  const known = names[kind].split(' ');
  expect(Object.keys(record).filter((key) => !known.includes(key))).toEqual([]);
  expect(always[kind]?.split(' ').filter((key) => !(key in record))).toEqual([]);
}

test('records carry the documented names and no others', async () => {
  const { send, contact, locationId, sandbox } = openSandbox();
  for (const id of sandbox.info.contactIds.slice(0, 20)) {
    expectNames('contact', (await send('GET', `/contacts/${id}`)).body.contact);
  }
  for (const item of (await send('POST', '/contacts/search', { locationId, pageLimit: 60 })).body.contacts) {
    expectNames('found', item);
  }
  for (const task of (await send('GET', `${contact}/tasks`)).body.tasks) expectNames('task', task);
  for (const note of (await send('GET', `${contact}/notes`)).body.notes) expectNames('note', note);
  const { events } = (await send('GET', `${contact}/appointments`)).body;
  for (const event of events) expectNames('appointment', event);
  expectNames('event', (await send('GET', `/calendars/events/appointments/${events[0].id}`)).body.event);
  for (const user of (await send('GET', `/users/?locationId=${locationId}`)).body.users) expectNames('user', user);
  expectNames('location', (await send('GET', `/locations/${locationId}`)).body.location);
  const lists = { customFields: 'customField', tags: 'tag' } as const;
  for (const [list, kind] of Object.entries(lists)) {
    for (const item of (await send('GET', `/locations/${locationId}/${list}`)).body[list]) expectNames(kind, item);
  }
  for (const item of (await send('GET', `/businesses/?locationId=${locationId}`)).body.businesses) {
    expectNames('business', item);
  }
});

test('responses to writes carry the documented names', async () => {
  const { send, contact, locationId } = openSandbox();
  const made = await send('POST', '/contacts/', { locationId, email: 'ada@example.com', dateOfBirth: '1990-12-25' });
  expectNames('created', made.body.contact);
  expectNames('contact', (await send('PUT', contact, { city: 'Bath' })).body.contact);
  expectNames('business', (await send('POST', '/businesses/', { locationId, name: 'x' })).body.buiseness);
  const [{ id: eventId }] = (await send('GET', `${contact}/appointments`)).body.events;
  expectNames('booked', (await send('PUT', `/calendars/events/appointments/${eventId}`, { title: 'x' })).body);
});

test('wrappers and their misspellings are as documented', async () => {
  const { send, contact, locationId } = openSandbox();
  const keysOf = async (method: string, path: string, body?: unknown) =>
    Object.keys((await send(method, path, body)).body).filter((key) => key !== 'traceId');
  const note = (await send('POST', `${contact}/notes`, { body: 'x' })).body.note.id;
  const [task] = (await send('GET', `${contact}/tasks`)).body.tasks;
  expect(await keysOf('GET', contact)).toEqual(['contact']);
  expect(await keysOf('PUT', contact, {})).toEqual(['succeded', 'contact']);
  expect(await keysOf('GET', `${contact}/appointments`)).toEqual(['events']);
  expect(await keysOf('GET', `${contact}/notes/${note}`)).toEqual(['note']);
  expect(await keysOf('DELETE', `${contact}/notes/${note}`)).toEqual(['succeded']);
  expect(await keysOf('PUT', `${contact}/tasks/${task.id}/completed`, { completed: true })).toEqual(['task']);
  expect(await keysOf('POST', '/contacts/search', { locationId, pageLimit: 1 })).toEqual(['contacts', 'total']);
  expect(await keysOf('POST', '/contacts/upsert', { locationId, email: 'a@b.example' })).toEqual(['new', 'contact']);
  expect(await keysOf('POST', '/businesses/', { locationId, name: 'x' })).toEqual(['success', 'buiseness']);
  expect(await keysOf('GET', `/contacts/?locationId=${locationId}`)).toEqual(['contacts', 'count', 'meta']);
});

test('every body carries a trace id', async () => {
  const { send, contact, locationId } = openSandbox();
  for (const path of [contact, `${contact}/tasks`, `/users/?locationId=${locationId}`, '/nothing', '/contacts/none']) {
    expect((await send('GET', path)).body.traceId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});
