import type { ActivityLine } from '../../../grist/log-table.ts';
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
  let before: string | undefined;
  let newestKnown = 0;
  for (;;) {
    const { entries, more } = await activity.list({ limit: page, ...(before !== undefined && { before }) });
    const unknown = entries.filter(({ id }) => !table.known.has(id));
    news.push(...unknown.filter(({ result, at }) => result !== null || Date.now() - at > underWay));
    before = entries.at(-1)?.id;
    newestKnown ||= entries.find(({ id }) => table.known.has(id))?.at ?? 0;
    // Entries come newest first. What an earlier copy left out was under way then: no older than this before the newest it took.
    const isPast = (entries.at(-1)?.at ?? 0) < newestKnown - underWay;
    if (!more || (unknown.length === 0 && isPast)) break;
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

function lineOf(entry: ActivityEntry, labelOf: TableContext['labelOf']): ActivityLine {
  const { id, at, person, contactId, act, what, label, from, to, via, result, reason, traceId } = entry;
  const named = act === 'field' ? (labelOf(what as FieldRef) ?? what) : `${act}: ${label}`;
  const who = person.name ?? `Grist user ${person.userId}`;
  return { id, at, person: who, contactId, what: named, from, to, via, result: result ?? 'unknown', reason, traceId };
}
