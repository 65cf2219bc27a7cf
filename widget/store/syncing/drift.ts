import type { Report } from '../../../engine/execute.ts';
import { isAbort, toFailure } from '../../../engine/failure.ts';
import type { ContactAndRow } from '../../../engine/kinds/field.ts';
import { createPace, type Paced } from '../../../engine/pace.ts';
import { type Job, type RowReport, run } from '../../../engine/run.ts';
import type { Difference, DriftStore } from '../views/drift.ts';
import { giveToGrist, giveToHighLevel } from './choices.ts';
import type { TableContext } from './context.ts';
import { createResults } from './drift-results.ts';

/** Compares the whole table with HighLevel and settles what differs, through the same engine as the shown row. */
export function createDrift(options: TableContext): DriftStore {
  const { ports, holder, outbox, edits, canWrite, section } = options;
  const results = createResults(options);
  let turn = new AbortController();

  const runOptions = (signal: AbortSignal, paced: Paced) => ({
    holder,
    signal,
    paced,
    isReadOnly: !canWrite.peek(),
    inLane: outbox.run,
    busy: (contactId: string) => new Set(edits.peekAll(contactId).keys()),
    carry: async (op: Parameters<typeof outbox.carry>[0], known: ContactAndRow) =>
      (await outbox.carry(op, { known })) as Report<ContactAndRow>,
  });

  /** Runs a job over contacts, showing what it finds page by page. Returns whether all of it was read. */
  async function runAll(job: Job, signal: AbortSignal, rowsOf: ReadonlyMap<string, number>) {
    let isWhole = true;
    let done = 0;
    for await (const page of run(ports, job, null, runOptions(signal, createPace(signal)))) {
      results.put(page.results);
      isWhole &&= !page.isCutShort;
      if (page.isListCut) results.go({ repeats: true });
      done = page.checkpoint.done;
      const rows = job.contactIds.slice(0, done).reduce((sum, id) => sum + (rowsOf.get(id) ?? 0), 0);
      results.go({ done: rows });
    }
    return isWhole;
  }

  const countRows = (rows: readonly { contactId: string }[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { contactId } of rows) counts.set(contactId, (counts.get(contactId) ?? 0) + 1);
    return counts;
  };

  async function check(signal: AbortSignal) {
    results.begin();
    try {
      const [{ rules }, all] = await Promise.all([ports.mapping(), ports.contacts.rows()]);
      const linked = all.filter(({ contactId }) => contactId !== '');
      const counts = { rows: linked.length, total: linked.length, unlinked: all.length - linked.length };
      results.go({ columns: rules.size, ...counts });
      if (rules.size === 0) return results.go({ step: 'done', done: linked.length, asOf: Date.now() });
      const rowsOf = countRows(linked);
      const isWhole = await runAll({ kind: 'check', contactIds: [...rowsOf.keys()] }, signal, rowsOf);
      if (!signal.aborted) results.go({ step: isWhole ? 'done' : 'stopped', asOf: Date.now() });
    } catch (error) {
      if (!signal.aborted) results.go({ step: 'stopped', failure: toFailure(error) });
    }
  }

  async function sendAll(signal: AbortSignal) {
    const rowsOf = countRows(results.flowingRows());
    results.go({ step: 'sending', total: [...rowsOf.values()].reduce((sum, count) => sum + count, 0), done: 0 });
    try {
      await runAll({ kind: 'sync', contactIds: [...rowsOf.keys()] }, signal, rowsOf);
      if (!signal.aborted) results.go({ step: 'done', asOf: Date.now() });
    } catch (error) {
      if (!signal.aborted) results.go({ step: 'stopped', failure: toFailure(error) });
    }
  }

  function begin(work: (signal: AbortSignal) => Promise<void>) {
    turn.abort(new DOMException('Another began', 'AbortError'));
    turn = new AbortController();
    void work(turn.signal);
  }

  /** Looks at one contact again. Throws what either side throws. */
  async function lookAgain(contactId: string): Promise<readonly RowReport[]> {
    const { signal } = new AbortController();
    const found: RowReport[] = [];
    const job: Job = { kind: 'check', contactIds: [contactId] };
    for await (const page of run(
      ports,
      job,
      null,
      runOptions(signal, (job) => job()),
    ))
      found.push(...page.results);
    const there = new Set(found.map(({ rowId }) => rowId));
    results.drop(results.rowIdsOf(contactId).filter((rowId) => !there.has(rowId)));
    results.put(found);
    return found;
  }

  /** Decides about one field, provided both sides still hold what the person saw. */
  async function decide(difference: Difference, side: 'grist' | 'highlevel') {
    const { rowId, contactId, field, grist, highlevel, outcome } = difference;
    if (!canWrite.peek()) return;
    results.setBusy(difference, true);
    try {
      if (side === 'highlevel') await giveToGrist(options, { rowId, contactId }, field, { cell: grist, highlevel });
      else {
        await lookAgain(contactId);
        const now = results.find(difference);
        if (now?.grist !== grist || now.highlevel !== highlevel) return;
        const origin = outcome === 'conflict' ? 'conflict' : 'grid';
        await outbox.send(giveToHighLevel({ rowId, contactId }, field, grist, { cell: grist, highlevel }, origin));
      }
      await lookAgain(contactId);
    } catch (error) {
      if (!isAbort(error)) results.go({ failure: toFailure(error) });
    } finally {
      results.setBusy(difference, false);
    }
  }

  return {
    view: results.view,
    check: () => begin(check),
    stop: () => {
      turn.abort(new DOMException('Stopped', 'AbortError'));
      results.go({ step: 'stopped', asOf: Date.now() });
    },
    useGrist: (difference) => void decide(difference, 'grist'),
    useHighLevel: (difference) => void decide(difference, 'highlevel'),
    sendAll: () => {
      if (canWrite.peek()) begin(sendAll);
    },
    showRow: async (rowId) =>
      (await section.whole()).showRow(rowId).then(
        () => true,
        () => false,
      ),
  };
}
