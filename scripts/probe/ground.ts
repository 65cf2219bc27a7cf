import type { Answer, Ask } from './ask.ts';
import { isRecord, records, textOf } from './finding.ts';

/** A place to look at: what the token reaches, read once and looked at by all. */
export interface Ground {
  ask: Ask;
  /** Every answer so far. */
  heard: readonly Answer[];
  locationId: string;
  companyId: string;
  timezone: string;
  calendarId: string;
  allowsDuplicates: boolean;
  /** A contact, or `''` where the location has none. */
  contactId: string;
  /** The first answers that held something, or else the last. */
  tasks: Answer | undefined;
  notes: Answer | undefined;
  events: Answer | undefined;
  /** Contacts whole, a few of them. */
  contacts: readonly Record<string, unknown>[];
}

/** How many contacts are looked at until each kind of entry has been seen. */
const contactsLookedAt = 12;

/** The token does not open the location. */
export class Unreachable extends Error {}

export async function explore(ask: Ask, heard: readonly Answer[], locationId: string): Promise<Ground> {
  const answer = await ask('GET', `/locations/${locationId}`);
  const { location } = answer.body;
  if (!isRecord(location)) {
    throw new Unreachable(
      `HighLevel answered ${answer.status} to the location: check the token, its scopes and the id.`,
    );
  }
  const calendars = await ask('GET', `/calendars/?locationId=${locationId}`);
  const found = await ask('POST', '/contacts/search', { body: { locationId, page: 1, pageLimit: contactsLookedAt } });
  const ids = records(found.body.contacts).map(({ id }) => textOf(id));
  const settings = isRecord(location.settings) ? location.settings : {};
  return {
    ask,
    heard,
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

  async function firstWith(path: string, key: string): Promise<Answer | undefined> {
    let last: Answer | undefined;
    for (const id of ids) {
      last = await ask('GET', `/contacts/${id}/${path}`);
      if (records(last.body[key]).length > 0) return last;
    }
    return last;
  }

  async function wholeContacts() {
    const whole: Record<string, unknown>[] = [];
    for (const id of ids.slice(0, 5)) {
      const { contact } = (await ask('GET', `/contacts/${id}`)).body;
      if (isRecord(contact)) whole.push(contact);
    }
    return whole;
  }
}
