import type { FieldRef } from '../refs.ts';
import { toField } from '../transforms/transform.ts';
import type { TransformContext } from '../transforms/types.ts';

type Look = (text: string) => boolean;
type LookUp = (text: string, context: TransformContext) => boolean;

/** Values that can hardly be anything else: they identify a field even in a column with another name. */
const speaking: readonly (readonly [FieldRef, LookUp])[] = [
  ['email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)],
  ['phone', (text) => /^\+\d[\d\s().-]{6,18}$/.test(text)],
  ['website', (text) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(text)],
  ['assignee', isOwner],
  ['business', (text, context) => toField({ kind: 'business', by: 'name' }, text, context) !== undefined],
];

/** Values without which a column is not such a field, whatever it is called. */
const needed: Partial<Record<FieldRef, Look>> = {
  email: (text) => text.includes('@'),
  phone: (text) => /\d{3}/.test(text.replace(/\D/g, '')) && !/\p{L}{4}/u.test(text),
  website: (text) => /\.\w/.test(text) && !/\s/.test(text),
  dateOfBirth: (text) => /^\d[\d\s/.\-T:Z+]{4,}$/.test(text),
  firstName: (text) => !/[\d@]/.test(text),
  lastName: (text) => !/[\d@]/.test(text),
  name: (text) => !/^\d+$|@/.test(text),
};

function isOwner(text: string, context: TransformContext): boolean {
  return (
    toField({ kind: 'owner', by: 'name' }, text, context) !== undefined ||
    toField({ kind: 'owner', by: 'email' }, text, context) !== undefined
  );
}

function share(texts: readonly string[], look: Look): number {
  return texts.length === 0 ? 0 : texts.filter(look).length / texts.length;
}

/** The fields that most values of a column speak for. E-mails of users are an owner rather than the contact's own address. */
export function looksLike(texts: readonly string[], context: TransformContext): ReadonlySet<FieldRef> {
  const found = speaking.filter(([, look]) => share(texts, (text) => look(text, context)) >= 0.8);
  return new Set(found.map(([field]) => field));
}

/** Do the values let a column be that field? Without values it may be anything. */
export function mayBe(field: FieldRef, texts: readonly string[]): boolean {
  const look = needed[field];
  return !look || texts.length === 0 || share(texts, look) >= 0.5;
}

/** Most of them have several words, as full names do. */
export const isManyWords = (texts: readonly string[]) => share(texts, (text) => /\S[\s,]+\S/.test(text)) >= 0.5;
