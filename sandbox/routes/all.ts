import type { Route } from '../route.ts';
import { contactAppointmentRoutes } from './appointments.ts';
import { calendarRoutes } from './calendars.ts';
import { contactSearchRoutes } from './contact-search.ts';
import { contactRoutes } from './contacts.ts';
import { locationRoutes } from './locations.ts';
import { noteRoutes } from './notes.ts';
import { tagRoutes } from './tags.ts';
import { taskRoutes } from './tasks.ts';
import { userRoutes } from './users.ts';

/** Every path that needs a token; `/contacts/search` stands before `/contacts/:contactId` because the first match answers. */
export const routes: Route[] = [
  ...contactSearchRoutes,
  ...contactRoutes,
  ...tagRoutes,
  ...taskRoutes,
  ...noteRoutes,
  ...contactAppointmentRoutes,
  ...userRoutes,
  ...locationRoutes,
  ...calendarRoutes,
];
