import type { FieldRef } from './refs.ts';

/** Values by field, as text. A missing key says nothing. */
export type Values = Readonly<Partial<Record<FieldRef, string>>>;

/** Whether two texts mean the same value of a field. */
export type Same = (field: FieldRef, left: string, right: string) => boolean;
