import type { Route } from '../route.ts';
import { appointmentNoteRoutes } from './appointment-notes.ts';
import { contactAppointmentRoutes } from './appointments.ts';
import { bulkRoutes } from './bulk.ts';
import { businessRoutes } from './businesses.ts';
import { calendarAppointmentRoutes } from './calendar-appointments.ts';
import { calendarEventRoutes } from './calendar-events.ts';
import { calendarRoutes } from './calendars.ts';
import { contactListRoutes } from './contact-lists.ts';
import { contactSearchRoutes } from './contact-search.ts';
import { contactRoutes } from './contacts.ts';
import { followerRoutes } from './followers.ts';
import { freeSlotRoutes } from './free-slots.ts';
import { locationTagRoutes } from './location-tags.ts';
import { locationRoutes } from './locations.ts';
import { noteRoutes } from './notes.ts';
import { tagRoutes } from './tags.ts';
import { taskSearchRoutes } from './task-search.ts';
import { taskRoutes } from './tasks.ts';
import { upsertRoutes } from './upsert.ts';
import { userRoutes } from './users.ts';

/** Every route that requires a token. The first match is used, so fixed paths precede parametrised ones. */
export const routes: Route[] = [
  ...contactSearchRoutes,
  ...upsertRoutes,
  ...bulkRoutes,
  ...contactListRoutes,
  ...contactRoutes,
  ...tagRoutes,
  ...followerRoutes,
  ...taskRoutes,
  ...noteRoutes,
  ...contactAppointmentRoutes,
  ...userRoutes,
  ...locationRoutes,
  ...locationTagRoutes,
  ...taskSearchRoutes,
  ...businessRoutes,
  ...calendarEventRoutes,
  ...calendarAppointmentRoutes,
  ...appointmentNoteRoutes,
  ...freeSlotRoutes,
  ...calendarRoutes,
];
