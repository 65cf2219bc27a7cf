import type { ActivityEntry } from '../../../highlevel/activity.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { ActivityLine } from '../../grist/port.ts';
import type { Tools } from './tools.ts';

/** Entries at once: as many as the proxy gives. */
const page = 200;
/** Milliseconds in which an entry without an outcome may still get one; it is copied the next time. */
const underWay = 600_000;
/** Grist's own log of the document is in one language for everybody. */
const description = 'HighLevel panel: copy the activity log';

/** Adds to the document's table what of the log is not in it, oldest first. Answers how much it was. Throws what either side throws. */
export async function copyLog({
  activity,
  activityTable,
  labelOf,
}: Pick<Tools, 'activity' | 'activityTable' | 'labelOf'>): Promise<number> {
  const table = await activityTable();
  const news: ActivityEntry[] = [];
  let before: string | undefined;
  for (;;) {
    const { entries, more } = await activity.list({ limit: page, ...(before !== undefined && { before }) });
    const unknown = entries.filter(({ id }) => !table.known.has(id));
    news.push(...unknown.filter(({ result, at }) => result !== null || Date.now() - at > underWay));
    before = entries.at(-1)?.id;
    // Entries come newest first: behind a page that is known as a whole there is nothing new.
    if (!more || unknown.length === 0) break;
  }
  const lines = news.reverse().map((entry) => lineOf(entry, labelOf));
  if (lines.length > 0) await table.append(lines, description);
  return lines.length;
}

function lineOf(entry: ActivityEntry, labelOf: Tools['labelOf']): ActivityLine {
  const { id, at, person, contactId, act, what, label, from, to, via, result, reason, traceId } = entry;
  const named = act === 'field' ? (labelOf(what as FieldRef) ?? what) : `${act}: ${label}`;
  const who = person.name ?? `Grist user ${person.userId}`;
  return { id, at, person: who, contactId, what: named, from, to, via, result: result ?? 'unknown', reason, traceId };
}
