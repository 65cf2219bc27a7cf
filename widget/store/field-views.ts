import type { Contact } from '../../highlevel/contacts.ts';
import { isSameValue } from '../../sync/compare.ts';
import { type FieldKey, fieldKeys, fields } from '../../sync/fields.ts';
import type { Row } from '../grist/port.ts';
import type { Edit, EditsOfContact } from './edits.ts';
import type { FieldView, Mark } from './view.ts';

export interface FieldFacts {
  row: Row;
  /** `undefined` until HighLevel answers. */
  contact: Contact | undefined;
  edits: EditsOfContact;
  readOnly: boolean;
}

type ShownFacts = Pick<FieldFacts, 'contact' | 'edits'> & { row: Pick<Row, 'values'> };

/** Shows every field: what is confirmed, overlaid with what is on its way. */
export function viewFields(facts: FieldFacts): FieldView[] {
  const written = cellsUnderWay(facts.edits);
  return fieldKeys.map((key) => {
    const edit = facts.edits.get(key) ?? {};
    const inGrist = differingCell(facts, key);
    return {
      key,
      kind: fields[key].kind,
      value: shownValue(facts, key),
      mark: markOf(edit, written.has(key), inGrist !== null),
      draft: edit.draft?.text ?? null,
      failure: edit.draft?.failure ?? edit.save?.failure ?? null,
      inGrist,
      editable: editable(facts, key),
    };
  });
}

/** The text a person sees in the field's place. */
export function shownValue({ row, contact, edits }: ShownFacts, key: FieldKey): string {
  const save = edits.get(key)?.save;
  if (save?.stage === 'highlevel') return save.text;
  return contact?.[key] ?? row.values[key] ?? '';
}

/** Cells that follow a save, the full name after a first name: they do not differ, they are being written. */
function cellsUnderWay(edits: EditsOfContact): ReadonlySet<FieldKey> {
  return new Set([...edits.values()].flatMap(({ save }) => (save && !save.failure ? save.follows : [])));
}

function differingCell({ row, contact }: FieldFacts, key: FieldKey): string | null {
  const cell = row.values[key];
  return contact === undefined || cell === undefined || isSameValue(key, cell, contact[key]) ? null : cell;
}

function markOf({ draft, save }: Edit, isBeingWritten: boolean, differs: boolean): Mark {
  if (save && !save.failure) return 'saving';
  if (save?.failure || draft?.failure) return 'failed';
  if (draft) return 'unsaved';
  if (isBeingWritten) return 'saving';
  return differs ? 'differs' : 'none';
}

function editable({ contact, readOnly }: FieldFacts, key: FieldKey): FieldView['editable'] {
  if (!fields[key].writable) return 'not-in-api';
  if (readOnly) return 'read-only';
  return contact === undefined ? 'loading' : true;
}
