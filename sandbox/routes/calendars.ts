import { forbidden } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import { calendarOf } from './calendar-appointments.ts';

export const calendarRoutes: Route[] = [
  { method: 'GET', path: '/calendars', scope: 'calendars.readonly', handle: listCalendars },
  { method: 'GET', path: '/calendars/groups', scope: 'calendars/groups.readonly', handle: listGroups },
  {
    method: 'GET',
    path: '/calendars/:calendarId',
    scope: 'calendars.readonly',
    handle: (call) => ({ calendar: calendarOf(call) }),
  },
];

function listCalendars({ location, query }: Call) {
  if (!query.get('locationId')) throw forbidden();
  const groupId = query.get('groupId');
  const calendars = [...location.calendars.values()].filter(
    (calendar) =>
      (!groupId || calendar.groupId === groupId) && (query.get('showDrafted') !== 'false' || calendar.isActive),
  );
  return { calendars };
}

function listGroups({ location, query }: Call) {
  if (!query.get('locationId')) throw forbidden();
  return { groups: [...location.groups.values()] };
}
