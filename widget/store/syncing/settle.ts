import type { Contact } from '../../../highlevel/contact.ts';
import type { Via } from '../../../panel-api/activity.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import type { Edits, Save } from '../fields/edits.ts';
import type { FieldIo } from '../fields/field-io.ts';
import type { Saver } from '../fields/saver.ts';
import type { Journal } from '../journal.ts';
import type { Lanes } from '../lanes.ts';
import type { Cache } from '../reading/cache.ts';
import type { Records } from '../reading/records.ts';
import type { AgreedFields, Agreements } from './agreements.ts';
import { type Outcomes, outcomesOf, type Rules, type Sides, valuesOf } from './outcomes.ts';
import type { WriteCells } from './write-cells.ts';

export interface SettleOptions {
  calls: Pick<Calls, 'getContact'>;
  section: Pick<Section, 'readRow'>;
  writeCells: WriteCells;
  records: Cache<Records>;
  edits: Edits;
  lanes: Lanes;
  saver: Saver;
  journal: Journal;
  agreements: Agreements;
  io: FieldIo;
  traits: Sides['traits'];
  rules: () => Rules;
  /** The table of the shown rows. */
  tableId: () => string;
  describe: (field: FieldRef) => string;
}

/** The two sides of one row as they are at this moment. */
export interface Found {
  contactId: string;
  row: Row;
  contact: Contact;
  agreed: AgreedFields;
  outcomes: Outcomes;
}

/** What a person had before their eyes when they decided. */
interface Seen {
  cell: string;
  highlevel: string;
}

/** Brings the two sides of a row together, one field or all that may flow. */
export interface Settle {
  /** Reads both sides anew; `null` when the row no longer holds that contact. */
  look(contactId: string, rowId: number): Promise<Found | null>;
  /** Lets flow what changed on one side only. Nothing that differs from what is found at this moment is written. */
  flow(contactId: string, rowId: number): Promise<void>;
  /** Gives the cell what HighLevel has, provided both still hold what the person saw. */
  giveToGrist(contactId: string, rowId: number, field: FieldRef, seen: Seen): Promise<void>;
  /** Gives HighLevel, and the cell, a value that the person decided for. */
  giveToHighLevel(contactId: string, rowId: number, field: FieldRef, text: string, seen: Seen, via: Via): void;
}

export function createSettle(options: SettleOptions): Settle {
  const { calls, section, records, edits, lanes, saver, journal, agreements, io, traits, rules, tableId } = options;

  async function look(contactId: string, rowId: number): Promise<Found | null> {
    // What they agreed on is read first: were it newer than the sides, an old value would look like somebody's change.
    const agreed = await agreements.load({ tableId: tableId(), rowId, contactId });
    const [contact, row] = await Promise.all([calls.getContact(contactId), section.readRow(rowId)]);
    records.open(contactId).contact.put(contact);
    if (row?.contactId !== contactId) return null;
    const sides = { row, contact, agreed, edits: edits.peekAll(contactId), rules: rules(), traits, io };
    return { contactId, row, contact, agreed, outcomes: outcomesOf(sides) };
  }

  function saveOf({ row, contact }: Found, field: FieldRef, text: string, via: Via, stage: Save['stage']): Save {
    const seen = [io.read(contact, field)];
    const cell = row.values[field];
    const start = { text, seen, cell, rowId: row.rowId, before: [io.readAll(contact)], failure: null };
    return { ...start, stage, follows: [field], id: crypto.randomUUID(), via };
  }

  /** One bundle for all fields; what Grist refuses stays visible as half done, with a way to try again. */
  async function writeCells(found: Found, values: Values, via: Via): Promise<void> {
    const { contactId, row } = found;
    const saves = (Object.entries(values) as [FieldRef, string][]).map(
      ([field, text]) => [field, saveOf(found, field, text, via, 'grist')] as const,
    );
    const [first] = saves;
    if (!first) return;
    for (const [field, { id, text }] of saves) {
      const from = row.values[field] ?? '';
      await journal.begin({ id, contactId, rowId: row.rowId, act: 'field', what: field, from, to: text, via });
    }
    const refusals = await options.writeCells(row.rowId, contactId, values, options.describe(first[0]));
    const taken = Object.entries(values).filter(([field]) => !refusals.has(field as FieldRef));
    await agreements.note(row, Object.fromEntries(taken)).catch(() => {});
    for (const [field, save] of saves) {
      const failure = refusals.get(field) ?? null;
      const isOver = failure?.code === 'row-gone' || failure?.code === 'formula';
      journal.finish(save.id, !failure ? 'saved' : isOver ? 'given-up' : 'half', failure);
      if (failure && !isOver && isFree(contactId, field)) edits.set(contactId, field, { save: { ...save, failure } });
    }
  }

  /** A person may have begun to change the field since it was looked at: theirs goes first, and looks for itself. */
  const isFree = (contactId: string, field: FieldRef) => Object.keys(edits.peek(contactId, field)).length === 0;

  function push(contactId: string, field: FieldRef, save: Save) {
    edits.set(contactId, field, { save });
    void saver.save(contactId, field);
  }

  return {
    look,
    flow: (contactId, rowId) =>
      lanes.run(contactId, async () => {
        const found = await look(contactId, rowId);
        if (!found) return;
        await agreements.note(found.row, valuesOf(found.outcomes, 'same'));
        await writeCells(found, valuesOf(found.outcomes, 'to-grist'), 'highlevel');
        for (const [field, text] of Object.entries(valuesOf(found.outcomes, 'to-highlevel')) as [FieldRef, string][]) {
          if (isFree(contactId, field)) push(contactId, field, saveOf(found, field, text, 'grid', 'highlevel'));
        }
      }),
    giveToGrist: (contactId, rowId, field, seen) =>
      lanes.run(contactId, async () => {
        const found = await look(contactId, rowId);
        const isAsSeen = found?.row.values[field] === seen.cell && io.read(found.contact, field) === seen.highlevel;
        if (found && isAsSeen) await writeCells(found, { [field]: seen.highlevel }, 'conflict');
      }),
    giveToHighLevel: (contactId, rowId, field, text, seen, via) => {
      const start = { text, seen: [seen.highlevel], cell: seen.cell, rowId, before: [], failure: null };
      push(contactId, field, { ...start, stage: 'highlevel', follows: [], id: crypto.randomUUID(), via });
    },
  };
}
