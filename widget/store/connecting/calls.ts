import { listAppointments } from '../../../highlevel/appointments.ts';
import { listCalendars } from '../../../highlevel/calendars.ts';
import type { Api, Call } from '../../../highlevel/client.ts';
import type { ContactChanges } from '../../../highlevel/contact.ts';
import { getContact, updateContact } from '../../../highlevel/contacts.ts';
import { listCustomFields } from '../../../highlevel/custom-fields.ts';
import { getLocation } from '../../../highlevel/locations.ts';
import { listNotes } from '../../../highlevel/notes.ts';
import { completeTask, getTask, listTasks } from '../../../highlevel/tasks.ts';
import { listUsers } from '../../../highlevel/users.ts';

/** HighLevel as the stores call it. */
export type Calls = ReturnType<typeof createCalls>;

/** Binds HighLevel's resources to one connection. */
export function createCalls(api: Api) {
  return {
    getContact: (contactId: string, call?: Call) => getContact(api, contactId, call),
    updateContact: (contactId: string, changes: ContactChanges) => updateContact(api, contactId, changes),
    listTasks: (contactId: string, call?: Call) => listTasks(api, contactId, call),
    getTask: (contactId: string, taskId: string) => getTask(api, contactId, taskId),
    completeTask: (contactId: string, taskId: string, completed: boolean) =>
      completeTask(api, contactId, taskId, completed),
    listNotes: (contactId: string, call?: Call) => listNotes(api, contactId, call),
    listAppointments: (contactId: string, timeZone: string, call?: Call) =>
      listAppointments(api, contactId, timeZone, call),
    listUsers: (of: { companyId: string; locationId: string }, call?: Call) => listUsers(api, of, call),
    listCalendars: (locationId: string, call?: Call) => listCalendars(api, locationId, call),
    listCustomFields: (locationId: string, call?: Call) => listCustomFields(api, locationId, call),
    getLocation: (locationId: string, call?: Call) => getLocation(api, locationId, call),
  };
}
