import type { ContactRow } from '../../grist/contact-table.ts';
import type { Contact } from '../../highlevel/contact.ts';
import { getContact } from '../../highlevel/contacts.ts';
import type { Values } from '../../sync/cells.ts';
import { isNormalised, isSame } from '../../sync/compare.ts';
import { planContact, type Rules, readCells } from '../../sync/plan.ts';
import { rebaseItems } from '../../sync/rebase.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import { rowNames } from '../base.ts';
import { readField, readFields } from '../contact-values.ts';
import { writeFields } from '../contact-writes.ts';
import { changed, type Failure, isUnknown, toFailure } from '../failure.ts';
import type { Followed, Handler } from '../handler.ts';
import { type OperationOf, operation } from '../operation.ts';
import type { Mapping, Ports } from '../ports.ts';
import type { Result } from '../state.ts';

/** A contact, and the row that holds it: `null` when there is no such row any more, `undefined` when it could not be read. */
export interface ContactAndRow {
  contact: Contact;
  row: ContactRow | null | undefined;
}

type FieldOperation = OperationOf<'field'>;

const fieldsOf = ({ want }: FieldOperation) => Object.keys(want) as FieldRef[];
/** A cell keeps what it has, whoever writes. */
const final: ReadonlySet<Failure['code']> = new Set(['formula', 'row-gone', 'cell-changed']);
/** A cell keeps what it has from this person. */
const forbidden: ReadonlySet<Failure['code']> = new Set(['access-rule', 'read-only', 'no-access']);
const rowGone: Failure = { side: 'highlevel', code: 'row-gone', retryable: false };
const pick = (values: Values, fields: ReadonlySet<string>): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field)));

async function readRow({ contacts }: Ports, rowId: number): Promise<ContactRow | null> {
  const [row] = await contacts.rows({ rowIds: [rowId] });
  return row ?? null;
}

const sameIn =
  ({ rules }: Pick<Mapping, 'rules'>) =>
  (field: FieldRef, left: string, right: string): boolean => {
    const rule = rules.get(field);
    return rule ? isSame(rule.traits, left, right) : left.trim() === right.trim();
  };

/** Fields of a contact: HighLevel first, then the cells of the row that follow. */
export const field: Handler<'field', ContactAndRow> = {
  parts: fieldsOf,
  only: (op, parts) => ({ ...op, want: pick(op.want, parts) }),

  async lines(ports, op, now) {
    const { contactId, rowId } = op.target;
    const { customFields } = await ports.mapping();
    const from = (name: FieldRef) => {
      if (op.status === 'following') return op.seen.cells[name] ?? '';
      return now ? readField(now.contact, name, customFields) : (op.seen.highlevel[name]?.at(-1) ?? '');
    };
    return fieldsOf(op).map((what) => ({
      part: what,
      contactId,
      rowId,
      act: 'field',
      what,
      from: from(what),
      to: op.want[what] ?? '',
      via: op.origin,
    }));
  },

  async read(ports, { target: { contactId, rowId }, status }) {
    // What follows is what HighLevel has by now: a later change may have changed the full name once more.
    const known = status === 'following' ? ports.observe.known?.(contactId) : undefined;
    if (known) return { contact: known, row: undefined };
    const reading = readRow(ports, rowId).catch(() => undefined);
    const contact = await getContact(ports.highlevel, contactId);
    ports.observe.contact?.(contact);
    return { contact, row: await reading };
  },

  async judge(ports, op, { contact, row }) {
    const mapping = await ports.mapping();
    const same = sameIn(mapping);
    const refused = new Map<string, Failure>();
    const want: Partial<Record<FieldRef, string>> = {};
    let isThere = true;
    for (const name of fieldsOf(op)) {
      const there = readField(contact, name, mapping.customFields);
      const seen = op.seen.highlevel[name] ?? [];
      const kind = traitsOf(name, mapping.customFields)?.kind ?? 'other';
      // What an undo takes back, HighLevel may hold in its own form.
      const isOwn = (value: string) => op.origin === 'undo' && isNormalised(kind, value, there);
      const isSeen = seen.some((value) => same(name, there, value) || isOwn(value));
      const wanted = op.want[name] ?? '';
      // Tags are many values in one: those of other people are no conflict.
      const text = name === 'tags' && !isSeen ? rebaseItems(seen[0] ?? '', wanted, there) : wanted;
      const isEqual = same(name, there, text);
      want[name] = text;
      isThere &&= isEqual;
      // The text of a row that was deleted meanwhile may be half a word, and would be out of sight.
      if (op.origin === 'panel' && row === null) refused.set(name, rowGone);
      else if (!isEqual && !isSeen && name !== 'tags') refused.set(name, changed(there));
    }
    const before = readFields(contact, [...mapping.rules.keys(), ...fieldsOf(op)], mapping.customFields);
    const first = op.progress?.before.slice(0, 1) ?? [];
    return { operation: { ...op, want, progress: { before: [...first, before], follows: [] } }, refused, isThere };
  },

  async write(ports, op, now) {
    const { customFields, rules } = await ports.mapping();
    const same = sameIn({ rules });
    const news = fieldsOf(op).filter(
      (name) => !same(name, readField(now.contact, name, customFields), op.want[name] ?? ''),
    );
    const { contact, refused } = await writeFields(
      ports.highlevel,
      now.contact,
      pick(op.want, new Set(news)),
      customFields,
    );
    const [error] = refused.values();
    // A single field's unknown outcome is found out by the one who asked.
    if (refused.size === fieldsOf(op).length && isUnknown(error)) throw error;
    ports.observe.contact?.(contact);
    return { now: { contact, row: now.row }, refused };
  },

  async recover(ports, op) {
    const { customFields, rules } = await ports.mapping();
    const same = sameIn({ rules });
    const contact = await getContact(ports.highlevel, op.target.contactId);
    ports.observe.contact?.(contact);
    const isDone = fieldsOf(op).every((name) =>
      same(name, readField(contact, name, customFields), op.want[name] ?? ''),
    );
    return isDone ? { contact, row: undefined } : null;
  },

  async follow(ports, op, { contact, row: known }) {
    const { contactId, rowId } = op.target;
    const mapping = await ports.mapping();
    const row = known ?? (await readRow(ports, rowId));
    // A row that is gone, or holds another contact by now, has nothing left to be written.
    if (row?.contactId !== contactId) return { failed: new Map(), ended: new Map(), equal: [] };
    const { write, replaced, held } = cellsToWrite(op, contact, row, mapping);
    if (replaced.length > 0) await logReplaced(ports, op, replaced);
    const [first] = fieldsOf(op);
    const cells = Object.fromEntries([...write].map(([name, { cell }]) => [name, cell]));
    const refusals =
      write.size === 0
        ? []
        : await ports.contacts.write(
            [{ rowId, contactId, cells, was: pick(row.cells, new Set(write.keys())) }],
            ports.describe({ kind: 'field', field: first ?? 'name' }),
          );
    return outcomeOf(ports, op, { row, contact, mapping, write, held, refusals });
  },

  inverse(op) {
    const earlier = op.progress?.before ?? [];
    const undone = fieldsOf(op).flatMap((name) => {
      const text = op.want[name] ?? '';
      const was = earlier.map((values) => values[name]).findLast((value) => value !== undefined && value !== text);
      return was === undefined ? [] : [{ name, text, was }];
    });
    if (undone.length === 0) return null;
    const highlevel = Object.fromEntries(undone.map(({ name, text }) => [name, [text]]));
    // What was typed in the grid is undone only where the cell still holds it.
    const cells = op.origin === 'grid' ? Object.fromEntries(undone.map(({ name, text }) => [name, text])) : {};
    return operation({
      kind: 'field',
      target: op.target,
      want: Object.fromEntries(undone.map(({ name, was }) => [name, was])),
      seen: { highlevel, cells },
      origin: 'undo',
    });
  },
};

interface Plan {
  /** Cells to be written: the value of the field, and the text of the cell. */
  write: ReadonlyMap<FieldRef, { value: string; cell: string }>;
  /** Values of cells that are replaced although HighLevel is not known to have had them. */
  replaced: readonly { field: FieldRef; cell: string; value: string }[];
  /** Own fields whose cell already holds what HighLevel has. */
  held: Values;
}

/**
 * Plans which cells follow, by the planner that plans everything: a cell that holds what HighLevel had before, or what was seen
 * when the change was wanted, has not been changed since and follows. Any other value is another client's own, and stays.
 */
function cellsToWrite(op: FieldOperation, contact: Contact, row: ContactRow, mapping: Mapping): Plan {
  const { rules, context, customFields } = mapping;
  const same = sameIn(mapping);
  const after = readFields(contact, rules.keys(), customFields);
  const now = readCells(row.cells, rules, context);
  const before = op.progress?.before ?? [];
  const own = new Set<FieldRef>(fieldsOf(op));
  const base: Partial<Record<FieldRef, string>> = {};
  const due = new Map<FieldRef, ReturnType<typeof always>>();
  const replaced: Plan['replaced'][number][] = [];
  const isBefore = (name: FieldRef, value: string) =>
    before.some((values) => values[name] !== undefined && same(name, values[name] ?? '', value));
  for (const [name, rule] of rules) {
    const hasChanged = before.some((values) => values[name] !== undefined && values[name] !== after[name]);
    if (!own.has(name) && !hasChanged) continue;
    const value = now[name] ?? '';
    const seen = op.seen.cells[name];
    const isSeen = own.has(name) && (seen === undefined || same(name, value, seen));
    base[name] = isSeen || isBefore(name, value) ? value : before.at(-1)?.[name];
    due.set(name, always(rule));
    if (isSeen && !isBefore(name, value) && !same(name, value, after[name] ?? ''))
      replaced.push({ field: name, cell: value, value: after[name] ?? '' });
  }
  const [plan] = planContact([{ rowId: row.rowId, cells: row.cells, base }], after, due, context);
  const outcomes = [...(plan?.fields ?? [])];
  const write = new Map(
    outcomes.flatMap(([name, outcome]) => (outcome.kind === 'to-grist' ? [[name, outcome] as const] : [])),
  );
  const held = outcomes
    .filter(([name, { kind }]) => kind === 'same' && own.has(name))
    .map(([name]) => [name, after[name]]);
  return { write, replaced: replaced.filter(({ field }) => write.has(field)), held: Object.fromEntries(held) };
}

/** After a write each mapped cell follows, whichever way its column runs and whoever is right otherwise. */
const always = (rule: NonNullable<ReturnType<Rules['get']>>) =>
  ({ ...rule, direction: 'both', onConflict: 'ask' }) as const;

/** A cell that held something else than HighLevel did is replaced, too: the log says so apart. */
async function logReplaced(ports: Ports, op: FieldOperation, replaced: Plan['replaced']): Promise<void> {
  const { contactId, rowId } = op.target;
  const lines = replaced.map(({ field: what, cell, value }) => ({
    id: crypto.randomUUID(),
    contactId,
    rowId,
    act: 'field' as const,
    what,
    from: cell,
    to: value,
    via: op.origin,
  }));
  await ports.log.begin(lines);
  ports.log.finish(lines.map(({ id }) => ({ id, result: 'saved' })));
}

interface Outcome extends Pick<Plan, 'write' | 'held'> {
  row: ContactRow;
  contact: Contact;
  mapping: Mapping;
  refusals: Awaited<ReturnType<Ports['contacts']['write']>>;
}

function outcomeOf(
  ports: Ports,
  op: FieldOperation,
  { row, contact, mapping, write, held, refusals }: Outcome,
): Followed {
  const refused = new Map(refusals.map(({ field: name, error }) => [name, toFailure(error)]));
  const own = new Set(fieldsOf(op));
  const failed = new Map<string, Failure>();
  const ended = new Map<string, Result>();
  const taken: Partial<Record<FieldRef, string>> = { ...held };
  for (const [name, { value }] of write) if (!refused.has(name)) taken[name] = value;
  for (const [name, { code }] of refused) if (code === 'formula') ports.observe.formula?.(name);
  // What one person may not write is left to those who may: who only looks at a change of HighLevel has nothing to decide.
  const isLeft = ({ code }: Failure) => op.origin === 'highlevel' && forbidden.has(code);
  const isFinal = (failure: Failure) => final.has(failure.code) || isLeft(failure);
  // The full name that follows a first name belongs to the change that it follows.
  const [follower] = [...refused]
    .filter(([name, failure]) => !own.has(name) && !isFinal(failure))
    .map(([, one]) => one);
  for (const name of own) {
    const refusal = refused.get(name);
    const failure = refusal && !isFinal(refusal) ? refusal : follower;
    const isSilent = row.cells[name] === undefined || !mapping.rules.has(name);
    if (failure) failed.set(name, failure);
    else if (refusal && op.origin === 'highlevel') ended.set(name, 'given-up');
    else if (refusal?.code !== 'row-gone' && taken[name] === undefined && !isSilent) ended.set(name, 'conflict');
  }
  const ref = { tableId: ports.contacts.tableId, rowId: row.rowId, contactId: contact.id };
  return { failed, ended, equal: [{ contactId: contact.id, values: rowNames(ref, taken) }] };
}
