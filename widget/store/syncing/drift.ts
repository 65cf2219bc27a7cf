import type { Contact } from '../../../highlevel/contact.ts';
import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { AgreedValues } from '../../../panel-api/base.ts';
import type { Values } from '../../../sync/cells.ts';
import { type Difference, type DriftRow, driftOf } from '../../../sync/drift.ts';
import type { MergeRule } from '../../../sync/merge.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import { isAbort, toFailure } from '../failure.ts';
import type { DriftStore } from '../views/drift.ts';
import { type AgreedFields, agreedBy } from './agreements.ts';
import { readListed } from './drift-contacts.ts';
import { createResults, type RowResult } from './drift-results.ts';
import { createPace, type Paced } from './pace.ts';
import type { Found } from './settle.ts';
import type { Tools } from './tools.ts';

/** Up to this many rows each is looked at by itself: that costs a request a row and tells what is true this moment. */
const fewRows = 50;
/** Contacts of which the proxy tells at once what was agreed on. */
const atOnce = 200;
/** Failures in a row after which the rest is left. */
const patience = 3;

const isGone = (error: unknown) => isHighLevelError(error) && error.code === 'not-found';
const nameOf = ({ values }: Row, there?: Contact) =>
  values.name ?? there?.name ?? [values.firstName, values.lastName].filter(Boolean).join(' ');
const texts = (agreed: AgreedFields): Values =>
  Object.fromEntries([...agreed].map(([field, { value }]) => [field, value]));

/** Compares the whole table with HighLevel and settles what differs, through the same rules and writes as the shown row. */
export function createDrift(tools: Tools): DriftStore {
  const { settle, lanes, agreements, io, traits, canWrite } = tools;
  const results = createResults(tools);
  let turn = new AbortController();

  const mergeRules = (): ReadonlyMap<FieldRef, MergeRule> =>
    new Map([...tools.rules.peek()].map(([field, rule]) => [field, { ...rule, traits: traits(field) }]));

  const compare = (rows: readonly DriftRow[], contacts: ReadonlyMap<string, Values>) =>
    driftOf(rows, contacts, mergeRules());

  function resultOf({ row, contact, agreed }: Found): RowResult {
    const facing = { rowId: row.rowId, contactId: row.contactId, values: row.values, agreed: texts(agreed) };
    const { differences, alike } = compare([facing], new Map([[row.contactId, io.readAll(contact)]]));
    const equal = alike.get(row.rowId);
    if (equal && canWrite.peek()) void agreements.note(row, equal).catch(() => {});
    return { kind: 'compared', name: nameOf(row, contact), differences };
  }

  /** Looks at one row as it is this moment. Answers the failure when it could not. */
  async function look(
    { rowId, contactId }: Pick<Row, 'rowId' | 'contactId'>,
    paced: Paced,
    name = results.nameOf(rowId),
  ) {
    try {
      const found = await paced(() => lanes.run(contactId, () => settle.look(contactId, rowId)));
      results.put([[rowId, found && resultOf(found)]]);
      return null;
    } catch (error) {
      const failure = toFailure(error);
      // Somebody stopped: that says nothing about the row.
      if (isAbort(error)) return failure;
      results.put([[rowId, isGone(error) ? { kind: 'gone', name } : { kind: 'unread', name, failure }]]);
      return isGone(error) ? null : failure;
    }
  }

  /** Compares as much as the list of contacts tells, and answers the rows that need a look of their own. */
  async function compareListed(rows: readonly Row[], locationId: string, paced: Paced): Promise<readonly Row[]> {
    const ids = [...new Set(rows.map(({ contactId }) => contactId))];
    const agreed = new Map<string, AgreedValues>();
    for (let from = 0; from < ids.length; from += atOnce) {
      const known = await paced(() => tools.base.readMany(ids.slice(from, from + atOnce)));
      for (const [contactId, fields] of Object.entries(known)) agreed.set(contactId, fields);
    }
    const contacts = new Map<string, Values>();
    await readListed(new Set(ids), tools.listContacts(locationId, paced), (contact) => {
      contacts.set(contact.id, io.readAll(contact));
    });
    const facing = rows.map((row) => ({ ...row, agreed: texts(agreedBy(row, agreed.get(row.contactId) ?? {})) }));
    const { differences, unread } = compare(facing, contacts);
    // The list is seconds behind HighLevel, and leaves out some fields: that two differ is only believed of the contact itself.
    const later = new Set([...differences.map(({ rowId }) => rowId), ...unread]);
    const isLater = ({ rowId }: Row) => later.has(rowId);
    const equal = rows.filter((row) => !isLater(row));
    results.put(equal.map((row) => [row.rowId, { kind: 'compared', name: nameOf(row), differences: [] }]));
    return rows.filter(isLater);
  }

  async function lookAtEach(rows: readonly Row[], paced: Paced, signal: AbortSignal): Promise<boolean> {
    let failures = 0;
    for (const row of rows) {
      const failure = await look(row, paced, nameOf(row));
      if (signal.aborted) return false;
      failures = failure ? failures + 1 : 0;
      results.go({ done: results.view.peek().done + 1 });
      if (!failure || failures < patience) continue;
      const rest = rows.slice(rows.indexOf(row) + 1);
      results.put(rest.map((one) => [one.rowId, { kind: 'unread', name: nameOf(one), failure }]));
      return false;
    }
    return true;
  }

  async function check(signal: AbortSignal) {
    const paced = createPace(signal);
    results.begin();
    try {
      const all = await tools.rows();
      const linked = all.filter(({ contactId }) => contactId !== '');
      const columns = tools.rules.peek().size;
      results.go({ columns, rows: linked.length, total: linked.length, unlinked: all.length - linked.length });
      if (columns === 0) return results.go({ step: 'done', done: linked.length, asOf: Date.now() });
      let rest: readonly Row[] = linked;
      const locationId = linked.length > fewRows ? tools.locationId() : '';
      if (locationId !== '' && !signal.aborted) rest = await compareListed(linked, locationId, paced);
      if (signal.aborted) return;
      results.go({ done: linked.length - rest.length });
      const isWhole = await lookAtEach(rest, paced, signal);
      if (!signal.aborted) results.go({ step: isWhole ? 'done' : 'stopped', asOf: Date.now() });
    } catch (error) {
      if (!signal.aborted) results.go({ step: 'stopped', failure: toFailure(error) });
    }
  }

  function begin(work: (signal: AbortSignal) => Promise<void>) {
    turn.abort(new DOMException('Another began', 'AbortError'));
    turn = new AbortController();
    void work(turn.signal);
  }

  /** Decides about one field, provided both sides still hold what the person saw. */
  async function decide(difference: Difference, side: 'grist' | 'highlevel') {
    const { rowId, contactId, field, grist, highlevel, outcome } = difference;
    if (!canWrite.peek()) return;
    const paced = createPace(new AbortController().signal);
    const again = () => look({ rowId, contactId }, paced);
    results.setBusy(difference, true);
    try {
      if (await again()) return;
      const now = results.find(difference);
      if (now?.grist !== grist || now.highlevel !== highlevel) return;
      const seen = { cell: grist, highlevel };
      if (side === 'highlevel') await settle.giveToGrist(contactId, rowId, field, seen);
      else settle.giveToHighLevel(contactId, rowId, field, grist, seen, outcome === 'conflict' ? 'conflict' : 'grid');
      // Saves of a contact run one after the other, so this look comes after the save.
      await again();
    } finally {
      results.setBusy(difference, false);
    }
  }

  async function sendAll(signal: AbortSignal) {
    const rows = results.flowingRows();
    const paced = createPace(signal);
    results.go({ step: 'sending', total: rows.length, done: 0 });
    for (const [index, [rowId, contactId]] of rows.entries()) {
      await paced(() => settle.flow(contactId, rowId)).catch(() => {});
      if (signal.aborted) return;
      await look({ rowId, contactId }, paced);
      results.go({ done: index + 1 });
      if (signal.aborted) return;
    }
    results.go({ step: 'done', asOf: Date.now() });
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
    showRow: tools.showRow,
  };
}
