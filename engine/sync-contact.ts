import type { ContactRow } from '../grist/contact-table.ts';
import type { Contact } from '../highlevel/contact.ts';
import { getContact } from '../highlevel/contacts.ts';
import type { Values } from '../sync/cells.ts';
import { type CellValues, type FieldPlan, planContact, type RowPlan, readCells } from '../sync/plan.ts';
import type { FieldRef } from '../sync/refs.ts';
import { agreedElsewhere, rowAgreements, rowNames } from './base.ts';
import { readFields } from './contact-values.ts';
import { execute, type Report } from './execute.ts';
import type { ContactAndRow } from './kinds/field.ts';
import type { Equal } from './log.ts';
import { type OperationOf, operation } from './operation.ts';
import type { Mapping, Ports } from './ports.ts';

/** Both sides of a contact as they are at one moment, and what is to become of each row. */
export interface Look {
  contact: Contact;
  rows: readonly ContactRow[];
  plans: readonly RowPlan[];
  mapping: Mapping;
}

/** Which rows of a contact are looked at; without `rowIds` all of them. */
export interface ContactRef {
  contactId: string;
  rowIds?: readonly number[];
}

type FieldOperation = OperationOf<'field'>;

export interface SyncOptions {
  /** Names this page or worker to the leases. */
  holder: string;
  /** Are changes of the grid sent? Changes of HighLevel always come. */
  sends: boolean;
  /** Fields of a contact on which a person is at work: they are left alone. */
  busy?: (contactId: string) => ReadonlySet<FieldRef>;
  /** Carries an operation out; where a client shows operations, through its outbox. */
  carry?: (operation: FieldOperation, known: ContactAndRow) => Promise<Report<ContactAndRow>>;
}

/** What a sync came to. `busy`: another client carries this contact now. `gone`: none of the rows holds it any more. */
export type SyncReport =
  | { kind: 'busy' | 'gone' }
  | { kind: 'synced'; look: Look; reports: readonly Report<ContactAndRow>[] };

/** Milliseconds: longer than one contact takes, short enough that a closed page's contact is soon taken over. */
const leaseTime = 20_000;

/**
 * Reads both sides of a contact and plans all its rows at once. The base is read first: were it newer than the sides, an old
 * value would look like a change. `null` when no row holds the contact. Throws `GristError` and `HighLevelError`.
 */
export async function lookAt(
  ports: Ports,
  { contactId, rowIds }: ContactRef,
  busy?: SyncOptions['busy'],
): Promise<Look | null> {
  const [mapping] = await Promise.all([ports.mapping('fresh'), ports.base.load([contactId])]);
  const [contact, found] = await Promise.all([
    getContact(ports.highlevel, contactId),
    ports.contacts.rows(rowIds ? { rowIds } : { contactIds: [contactId] }),
  ]);
  ports.observe.contact?.(contact);
  const rows = found.filter((row) => row.contactId === contactId);
  return rows.length === 0 ? null : planRows(ports, contact, rows, mapping, busy?.(contactId));
}

/** Plans rows of one contact whose sides were read already. */
export function planRows(
  { base, contacts: { tableId } }: Ports,
  contact: Contact,
  rows: readonly ContactRow[],
  mapping: Mapping,
  busy?: ReadonlySet<FieldRef>,
): Look {
  const agreed = base.of(contact.id) ?? {};
  const sides = rows.map(({ rowId, cells }) => {
    const ref = { tableId, rowId, contactId: contact.id };
    const base = [...rowAgreements(ref, agreed)].map(([field, { value }]) => [field, value]);
    return { rowId, cells, base: Object.fromEntries(base), agreedElsewhere: agreedElsewhere(ref, agreed) };
  });
  const highlevel = readFields(contact, mapping.rules.keys(), mapping.customFields);
  return { contact, rows, mapping, plans: planContact(sides, highlevel, mapping.rules, mapping.context, busy) };
}

/**
 * Lets flow what changed on one side of a contact: what changed in HighLevel into every row, what changed in the grid to
 * HighLevel. One client at a time carries a contact, under a short lease. What a person has to decide is left to them.
 * Throws `GristError` and `HighLevelError` where a side cannot be read.
 */
export async function syncContact(ports: Ports, ref: ContactRef, options: SyncOptions): Promise<SyncReport> {
  const { holder, busy } = options;
  const keys = [`contact:${ref.contactId}`];
  if ((await ports.state.claim(holder, keys, leaseTime)).size === 0) return { kind: 'busy' };
  const flush = ports.log.collect();
  try {
    const look = await lookAt(ports, ref, busy);
    if (!look) return { kind: 'gone' };
    return { kind: 'synced', look, reports: await settle(ports, look, options) };
  } finally {
    flush({ holder, keys });
  }
}

/** Carries out what may flow of what was just looked at. */
export async function settle(
  ports: Ports,
  look: Look,
  options: Omit<SyncOptions, 'holder' | 'busy'>,
): Promise<readonly Report<ContactAndRow>[]> {
  const carry = options.carry ?? ((op, known) => execute(ports, op, { known }));
  const equal = equalIn(ports, look);
  const operations = operationsFor(look, options.sends);
  // Agreed on before anything is sent: cut in between, a row with an old base would look like a change of the grid.
  if (operations.length > 0) await ports.log.agree(equal);
  else ports.log.finish([], equal);
  const reports: Report<ContactAndRow>[] = [];
  let { contact } = look;
  for (const { op, row } of operations) {
    const report = await carry(op, { contact, row });
    contact = report.after?.contact ?? contact;
    reports.push(report);
  }
  return reports;
}

/** What both sides hold although they have not agreed on it. */
export function equalIn({ contacts: { tableId } }: Ports, { contact, plans }: Look): readonly Equal[] {
  const values = plans.flatMap(({ rowId, fields }) =>
    Object.entries(rowNames({ tableId, rowId, contactId: contact.id }, valuesOf(fields, 'same'))),
  );
  return values.length === 0 ? [] : [{ contactId: contact.id, values: Object.fromEntries(values) }];
}

function valuesOf(fields: RowPlan['fields'], kind: 'same' | 'to-grist' | 'to-highlevel'): Values {
  const isDue = (plan: FieldPlan): plan is Extract<FieldPlan, { kind: 'same' | 'to-grist' | 'to-highlevel' }> =>
    plan.kind === kind && !(plan.kind === 'same' && plan.agreed);
  return Object.fromEntries([...fields].flatMap(([field, plan]) => (isDue(plan) ? [[field, plan.value]] : [])));
}

/** HighLevel gets its changes first: the rows that follow are then written as HighLevel holds them. */
function operationsFor({ contact, rows, plans, mapping }: Look, sends: boolean) {
  const rowOf = (rowId: number) => rows.find((row) => row.rowId === rowId) as ContactRow;
  const before = readFields(contact, mapping.rules.keys(), mapping.customFields);
  const planned = (kind: 'to-grist' | 'to-highlevel', status: 'sending' | 'following', origin: 'grid' | 'highlevel') =>
    plans.flatMap(({ rowId, fields }) => {
      const want = valuesOf(fields, kind);
      if (Object.keys(want).length === 0) return [];
      const row = rowOf(rowId);
      const cells = readCells(row.cells, mapping.rules, mapping.context);
      const own = Object.keys(want) as FieldRef[];
      const op = operation({
        kind: 'field',
        target: { contactId: contact.id, rowId },
        want,
        seen: {
          highlevel: Object.fromEntries(own.map((field) => [field, [before[field] ?? '']])),
          cells: pickOwn(cells, own),
        },
        status,
        progress: status === 'following' ? { before: [before, pickOwn(cells, own)], follows: own } : null,
        origin,
      });
      return [{ op, row }];
    });
  return [
    ...(sends ? planned('to-highlevel', 'sending', 'grid') : []),
    ...planned('to-grist', 'following', 'highlevel'),
  ];
}

/** A cell that its field cannot hold says nothing. */
const pickOwn = (values: CellValues, own: readonly FieldRef[]): Values =>
  Object.fromEntries(own.flatMap((field) => (values[field] == null ? [] : [[field, values[field]]])));
