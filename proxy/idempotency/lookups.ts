/** A JSON object as it crosses the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** How to see whether a create has had its effect: HighLevel has no idempotency keys, so we look for what it would have made. */
export interface Effect {
  /** HighLevel's path and query of the list in which the effect would be found. */
  list(path: string, body: Json, locationId: string): string;
  /** The key of the list, or of the one item, in that answer. */
  key: string;
  matches(item: Json, body: Json): boolean;
  /** The key under which the create itself would have answered; `null`: without a wrapper. */
  wrapper: string | null;
  status: number;
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const instant = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : Number.NaN);
const digits = (value: unknown) => text(value).replace(/[^\d+]/g, '');
const parent = (path: string) => path.replace(/\/$/, '');
const day = 24 * 3600_000;

/** By the endpoint's pattern. A create that is not listed is sent at most once and never settled. */
export const effects: Readonly<Record<string, Effect>> = {
  '/contacts/{contactId}/notes': {
    list: parent,
    key: 'notes',
    matches: (note, body) => text(note.body) === text(body.body),
    wrapper: 'note',
    status: 201,
  },
  '/contacts/{contactId}/tasks': {
    list: parent,
    key: 'tasks',
    matches: (task, body) => text(task.title) === text(body.title) && instant(task.dueDate) === instant(body.dueDate),
    wrapper: 'task',
    status: 201,
  },
  '/calendars/events/appointments': {
    list: (_path, { calendarId, startTime }, locationId) =>
      `/calendars/events?${new URLSearchParams({
        locationId,
        calendarId: text(calendarId),
        startTime: String(instant(startTime) - day),
        endTime: String(instant(startTime) + day),
      })}`,
    key: 'events',
    matches: (event, body) =>
      event.contactId === body.contactId && instant(event.startTime) === instant(body.startTime),
    wrapper: null,
    status: 200,
  },
  '/contacts/': {
    list: (_path, { email, phone }, locationId) =>
      `/contacts/search/duplicate?${new URLSearchParams({
        locationId,
        ...(text(email) ? { email: text(email) } : { number: digits(phone) }),
      })}`,
    key: 'contact',
    matches: (contact, { email, phone }) =>
      text(email)
        ? text(contact.email).toLowerCase() === text(email).toLowerCase()
        : digits(contact.phone) === digits(phone) && digits(phone) !== '',
    wrapper: 'contact',
    status: 201,
  },
};

/** What of a list answer looks like the effect of `body`. */
export function lookAlikes(effect: Effect, answer: unknown, body: Json): Json[] {
  const found = (answer as Json | null)?.[effect.key];
  const items = Array.isArray(found) ? found : found ? [found] : [];
  return (items as Json[]).filter((item) => effect.matches(item, body));
}

const hasId = (value: unknown): boolean => text((value as Json | null | undefined)?.id) !== '';

/** Does the answer to a create hold what was made? Its wrapper is not held against it: any object with an id counts. */
export function holdsItem(body: string): boolean {
  const answer = body === '' ? null : (JSON.parse(body) as Json | null);
  return hasId(answer) || Object.values(answer ?? {}).some(hasId);
}
