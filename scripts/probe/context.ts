import type { ProbeResponse, SendRequest } from './client.ts';
import { isRecord, records, textOf } from './finding.ts';

/** The location of the token and samples of its data, read once for all checks. */
export interface ProbeContext {
  request: SendRequest;
  /** Every response so far. */
  responses: readonly ProbeResponse[];
  locationId: string;
  companyId: string;
  timezone: string;
  calendarId: string;
  allowsDuplicates: boolean;
  /** A contact id, or `''` if the location has no contacts. */
  contactId: string;
  /** The first non-empty response, or else the last. */
  tasks: ProbeResponse | undefined;
  notes: ProbeResponse | undefined;
  events: ProbeResponse | undefined;
  /** A few complete contacts. */
  contacts: readonly Record<string, unknown>[];
}

/** The most contacts that are read to find one entry of each kind. */
const contactsLookedAt = 12;

/** The token has no access to the location. */
export class LocationUnavailable extends Error {}

export async function loadContext(
  request: SendRequest,
  responses: readonly ProbeResponse[],
  locationId: string,
): Promise<ProbeContext> {
  const response = await request('GET', `/locations/${locationId}`);
  const { location } = response.body;
  if (!isRecord(location)) {
    throw new LocationUnavailable(
      `HighLevel answered ${response.status} to the location: check the token, its scopes and the id.`,
    );
  }
  const calendars = await request('GET', `/calendars/?locationId=${locationId}`);
  const found = await request('POST', '/contacts/search', {
    body: { locationId, page: 1, pageLimit: contactsLookedAt },
  });
  const ids = records(found.body.contacts).map(({ id }) => textOf(id));
  const settings = isRecord(location.settings) ? location.settings : {};
  return {
    request,
    responses,
    locationId,
    companyId: textOf(location.companyId),
    timezone: textOf(location.timezone),
    calendarId: textOf(records(calendars.body.calendars)[0]?.id),
    allowsDuplicates: settings.allowDuplicateContact === true,
    contactId: ids[0] ?? '',
    tasks: await firstWith('tasks', 'tasks'),
    notes: await firstWith('notes', 'notes'),
    events: await firstWith('appointments', 'events'),
    contacts: await wholeContacts(),
  };

  async function firstWith(path: string, key: string): Promise<ProbeResponse | undefined> {
    let last: ProbeResponse | undefined;
    for (const id of ids) {
      last = await request('GET', `/contacts/${id}/${path}`);
      if (records(last.body[key]).length > 0) return last;
    }
    return last;
  }

  async function wholeContacts() {
    const whole: Record<string, unknown>[] = [];
    for (const id of ids.slice(0, 5)) {
      const { contact } = (await request('GET', `/contacts/${id}`)).body;
      if (isRecord(contact)) whole.push(contact);
    }
    return whole;
  }
}
