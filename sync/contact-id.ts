import { withoutInvisible } from './characters.ts';

/** What a text of the column of contact ids looks like. */
export type ContactIdShape =
  | 'id'
  /** An id, once its invisible characters are removed. */
  | 'id-with-invisible-characters'
  | 'email'
  | 'phone'
  /** A placeholder of a message or an export that was never filled in: `{{contact.id}}`. */
  | 'merge-tag'
  | 'name'
  | 'other'
  | 'empty';

/** HighLevel's are 20 letters and digits (facts: ids); older ones may be longer. A word of letters alone is a name. */
const isId = (text: string) => /^[A-Za-z\d]{17,40}$/.test(text) && /[A-Za-z]/.test(text) && /\d|[a-z][A-Z]/.test(text);

/** A contact id as a cell holds it. */
export interface ContactIdCell {
  /** `''`: the row is not linked. */
  contactId: string;
  /** What the cell holds where that is no contact id: the row is not linked then, and the cell is not free either. */
  invalidId?: string;
}

/** Reads the text of a cell that should hold a contact id. What is none is never sent to HighLevel. */
export function readContactId(text: string): ContactIdCell {
  const shape = shapeOfContactId(text);
  if (shape === 'id') return { contactId: text.trim() };
  return shape === 'empty' ? { contactId: '' } : { contactId: '', invalidId: text.trim() };
}

/** Classifies a text of the column that should hold contact ids. The text itself is not changed. */
export function shapeOfContactId(text: string): ContactIdShape {
  const visible = withoutInvisible(text);
  if (visible === '') return 'empty';
  if (isId(visible)) return visible === text.trim() ? 'id' : 'id-with-invisible-characters';
  if (/\{\{|\}\}|\[\[|^<<|%[A-Z_]+%/.test(visible)) return 'merge-tag';
  if (/^\S+@\S+$/.test(visible) || /<[^<>\s]+@[^<>\s]+>$/.test(visible)) return 'email';
  if (/^[+(]?[\d\s().\-/\u2010-\u2015]{7,}$/u.test(visible) && /^(?:\D*\d){7,15}\D*$/.test(visible)) return 'phone';
  return /^\p{L}[\p{L}\p{M}\s.,'’-]*$/u.test(visible) ? 'name' : 'other';
}
