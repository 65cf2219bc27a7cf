import type { Sandbox } from '../../sandbox/app.ts';
import type { Grist } from './grist.ts';

const hour = 3_600_000;
const sentence = 'She likes the oak finish best, and wants to see it next to the grey linen before she decides. ';

/** Gives a contact so many entries in place of its own: tasks, notes and appointments in turn, two hours apart, half of them to come. */
export function giveHistory({ state, info }: Sandbox, contactId: string, count: number): void {
  const location = state.locations.get(info.locationId);
  const [calendar] = location?.calendars.values() ?? [];
  if (!location || !calendar) throw new Error('The sandbox has no location or no calendar.');
  const { tasks, notes, events } = location;
  for (const shelf of [tasks, notes, events]) shelf.removeOf(contactId);
  const now = Date.now();
  for (let index = 0; index < count; index++) {
    const at = now + (Math.floor(count / 2) - index) * 2 * hour - hour;
    const record = { id: `long${count}x${index}`, contactId, dateAdded: Math.min(at, now) };
    const text = `Entry ${index}. ${sentence.repeat(index % 5)}`;
    if (index % 3 === 0) {
      const rest = { title: `Call about step ${index}`, body: index % 2 ? text : '', assignedTo: null };
      tasks.put({ ...record, ...rest, dueDate: at, completed: at < now });
    } else if (index % 3 === 1) notes.put({ ...record, body: text, userId: null });
    else {
      const rest = { title: `Visit ${index}`, description: index % 2 ? text : '', appointmentStatus: 'confirmed' };
      const times = { startTime: at, endTime: at + hour, dateUpdated: record.dateAdded };
      events.put({ ...record, ...rest, ...times, calendarId: calendar.id, address: '', groupId: '' });
    }
  }
}

/** Takes the entry tables out of the document: what they take of Grist is theirs. */
export async function withoutEntryTables(grist: Grist): Promise<void> {
  await grist.whenEngineReady();
  for (const table of ['Tasks', 'Notes', 'Appointments']) await grist.apply(['RemoveTable', table]);
}
