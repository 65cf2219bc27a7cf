import type { ChoiceLooks } from '../../../grist/choices.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Same } from '../../../sync/cells.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import type { Asks, FieldView, Mark } from '../views/fields.ts';
import type { ConflictView, Standing } from '../views/sync.ts';
import type { Edit, EditsOfContact } from './edits.ts';

/** Reads a field of a contact as text. */
export type ReadField = (contact: Contact, field: FieldRef) => string;

export interface FieldFacts {
  /** Which fields are shown, in order. */
  keys: readonly FieldRef[];
  traits: (key: FieldRef) => FieldTraits;
  labelOf: (key: FieldRef) => string | null;
  same: Same;
  read: ReadField;
  row: Row;
  /** `undefined` until HighLevel answers. */
  contact: Contact | undefined;
  edits: EditsOfContact;
  conflicts: ReadonlyMap<FieldRef, ConflictView>;
  /** Fields that are about to flow from one side to the other: they do not differ. */
  flowing: ReadonlySet<FieldRef>;
  /** Fields of which a change of the grid waits for a person. */
  asks: ReadonlyMap<FieldRef, Asks>;
  standings: ReadonlyMap<FieldRef, Standing>;
  /** Is `row` in the terms of fields? Before that it cannot be compared. */
  isCompared: boolean;
  /** How columns paint their choices. */
  looks: ReadonlyMap<FieldRef, ChoiceLooks> | undefined;
  readOnly: boolean;
}

const unhindered: Standing = { issue: null, offers: { grist: true, highlevel: true } };

type ShownFacts = Pick<FieldFacts, 'contact' | 'edits' | 'read'> & { row: Pick<Row, 'values'> };

/** Shows every field: what is confirmed, overlaid with what is on its way. */
export function viewFields(facts: FieldFacts): FieldView[] {
  const written = cellsUnderWay(facts);
  return facts.keys.map((key) => {
    const edit = facts.edits.get(key) ?? {};
    const inGrist = differingCell(facts, key);
    const conflict = (Object.keys(edit).length === 0 && facts.conflicts.get(key)) || null;
    const { kind, choices = [], clearable } = facts.traits(key);
    const standing = facts.standings.get(key) ?? unhindered;
    return {
      key,
      kind,
      label: facts.labelOf(key),
      choices,
      clearable,
      looks: facts.looks?.get(key),
      value: shownValue(facts, key),
      mark: conflict ? 'conflict' : markOf(edit, written.has(key), inGrist !== null || standing.issue !== null),
      draft: edit.draft?.want[key] ?? null,
      failure: edit.draft?.failure ?? edit.save?.failure ?? null,
      inGrist,
      asks: facts.asks.get(key) ?? null,
      issue: standing.issue,
      offers: standing.offers,
      conflict,
      editable: editable(facts, key),
    };
  });
}

/** The text a person sees in the field's place. */
export function shownValue({ row, contact, read, edits }: ShownFacts, key: FieldRef): string {
  const save = edits.get(key)?.save;
  if (save?.status === 'sending') return save.want[key] ?? '';
  return contact ? read(contact, key) : (row.values[key] ?? '');
}

/** Cells that follow a save, the full name after a first name: they do not differ, they are being written. */
function cellsUnderWay({ edits, flowing }: FieldFacts): ReadonlySet<FieldRef> {
  return new Set([
    ...flowing,
    ...[...edits.values()].flatMap(({ save }) => (save && !save.failure ? (save.progress?.follows ?? []) : [])),
  ]);
}

function differingCell({ row, contact, read, same, isCompared }: FieldFacts, key: FieldRef): string | null {
  const cell = row.values[key];
  return contact === undefined || !isCompared || cell === undefined || same(key, cell, read(contact, key))
    ? null
    : cell;
}

function markOf({ draft, save }: Edit, isBeingWritten: boolean, differs: boolean): Mark {
  if (save && !save.failure) return 'saving';
  if (save?.failure || draft?.failure) return 'failed';
  if (draft) return 'unsaved';
  if (isBeingWritten) return 'saving';
  return differs ? 'differs' : 'none';
}

function editable({ contact, readOnly, traits }: FieldFacts, key: FieldRef): FieldView['editable'] {
  if (!traits(key).writable) return 'not-in-api';
  if (readOnly) return 'read-only';
  return contact === undefined ? 'loading' : true;
}
