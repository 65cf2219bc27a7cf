import type { ActivityLine } from '../../../grist/log-table.ts';
import { pagesByCursor } from '../../../highlevel/pages.ts';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { TableContext } from './context.ts';

/** Entries at once: as many as the proxy gives. */
const page = 200;
/** Milliseconds in which an entry without an outcome may still get one; it is copied the next time. */
const underWay = 600_000;
/** Grist's own log of the document is in one language for everybody. */
const description = 'HighLevel panel: copy the activity log';

/** Adds to the document's table what of the log is not in it, oldest first. Answers how much it was. Throws what either side throws. */
export async function copyLog({
  activity,
  section,
  labelOf,
}: Pick<TableContext, 'activity' | 'section' | 'labelOf'>): Promise<number> {
  const table = await (await section.whole()).activityTable();
  const news: ActivityEntry[] = [];
  let newestKnown = 0;
  let knownInRow = 0;
  for await (const entry of readLog(activity)) {
    const isKnown = table.known.has(entry.id);
    knownInRow = isKnown ? knownInRow + 1 : 0;
    if (isKnown) newestKnown ||= entry.at;
    else if (entry.result !== null || Date.now() - entry.at > underWay) news.push(entry);
    // Entries come newest first. What an earlier copy left out was under way then: no older than this before the newest it took.
    if (knownInRow >= page && entry.at < newestKnown - underWay) break;
  }
  if (news.length === 0) return 0;
  // Somebody else may have copied meanwhile.
  const now = await (await section.whole()).activityTable();
  const lines = news
    .reverse()
    .filter(({ id }) => !now.known.has(id))
    .map((entry) => lineOf(entry, labelOf));
  if (lines.length > 0) await now.append(lines, description);
  return lines.length;
}

/** The document's log, newest first. */
const readLog = (activity: TableContext['activity']) =>
  pagesByCursor(page, async (cursor) => {
    const before = cursor?.at(-1);
    const query = { limit: page, ...(typeof before === 'string' && { before }) };
    const { entries, more } = await activity.list(query);
    return { items: entries, next: more ? entries.slice(-1).map(({ id }) => id) : null };
  });

function lineOf(entry: ActivityEntry, labelOf: TableContext['labelOf']): ActivityLine {
  const { id, at, person, contactId, act, what, label, from, to, via, result, reason, traceId } = entry;
  const named = act === 'field' ? (labelOf(what as FieldRef) ?? what) : `${act}: ${label}`;
  const who = person.name ?? `Grist user ${person.userId}`;
  return { id, at, person: who, contactId, what: named, from, to, via, result: result ?? 'unknown', reason, traceId };
}
