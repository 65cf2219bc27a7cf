import { sql } from 'kysely';
import type { Agreement } from '../../engine/state.ts';

/** A value that is to be agreed on. */
export interface Value {
  contactId: string;
  field: string;
  value: string;
  version: number;
}

/** With the text that is stored of it. */
export type SealedValue = Value & { sealed: string };

export const keyOf = ({ contactId, field }: Pick<Value, 'contactId' | 'field'>) => `${contactId} ${field}`;

/** In one order for all callers, so that two transactions cannot wait for each other; a name that is given twice counts once. */
export function valuesOf(agreements: readonly Agreement[]): Value[] {
  const all = agreements.flatMap(({ contactId, fields }) =>
    Object.entries(fields).map(([field, given]) => ({ contactId, field, ...given })),
  );
  const byKey = new Map(all.map((value) => [keyOf(value), value]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

/** The condition that a row has one of the names; the database looks each of them up. */
export function among(values: readonly Pick<Value, 'contactId' | 'field'>[]) {
  const names = values.map(({ contactId, field }) => sql`(${contactId}, ${field})`);
  return sql<boolean>`(contact_id, field) in (values ${sql.join(names)})`;
}
