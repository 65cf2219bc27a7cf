import { forbidden, unknownId } from '../errors.ts';
import type { Call, Route } from '../route.ts';

export const calendarRoutes: Route[] = [
  { method: 'GET', path: '/calendars', scope: 'calendars.readonly', answer: listCalendars },
  { method: 'GET', path: '/calendars/:calendarId', scope: 'calendars.readonly', answer: getCalendar },
];

function listCalendars({ place, query }: Call) {
  if (!query.get('locationId')) throw forbidden();
  const groupId = query.get('groupId');
  const calendars = [...place.calendars.values()].filter(
    (calendar) =>
      (!groupId || calendar.groupId === groupId) && (query.get('showDrafted') !== 'false' || calendar.isActive),
  );
  return { calendars };
}

function getCalendar(call: Call) {
  const calendar = call.place.calendars.get(call.param('calendarId'));
  if (!calendar) throw unknownId('Calendar', call.param('calendarId'));
  return { calendar };
}
