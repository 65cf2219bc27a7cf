import { createRemembered, type Remembered } from '../parts/remembered.ts';
import { fold } from '../timeline/fold.ts';

/** Which of a contact's fields this person wants to see, whoever the contact is. */
export interface FieldSight {
  withEmpty: Remembered;
  /** Part of a field's name; `''` is no search. */
  said: Remembered<string>;
}

export const createFieldSight = (): FieldSight => ({
  withEmpty: createRemembered('empty-fields', false),
  said: createRemembered('field-search', ''),
});

/** Tells, while somebody searches, whether one of these names is meant; `null` while nobody does. */
export function searchIn({ said }: FieldSight): ((...names: readonly string[]) => boolean) | null {
  const wanted = fold(said.value.value.trim());
  return wanted ? (...names) => names.some((name) => fold(name).includes(wanted)) : null;
}
