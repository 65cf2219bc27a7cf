import type { Expected } from '../highlevel/client.ts';
import { isHighLevelError } from '../highlevel/errors.ts';

/** How often a write that another client overtook is tried again, each time after the record was read again. */
const most = 3;

/** Another client wrote meanwhile to what was about to be changed. */
export class Overtaken<Now> extends Error {
  override readonly name = 'Overtaken';
  /** The record as it was then read. */
  readonly now: Now;
  readonly fields: ReadonlySet<string>;
  constructor(now: Now, fields: ReadonlySet<string>) {
    super('overtaken');
    this.now = now;
    this.fields = fields;
  }
}

interface Change<Now, Answer> {
  /** What is wanted, by field. */
  want: Readonly<Record<string, string>>;
  /** The record on which the change is based. */
  now: Now;
  textOf(now: Now, field: string): string;
  read(): Promise<Now>;
  send(expected: Expected): Promise<Answer>;
}

/**
 * Sends a change together with what was seen of its fields. Where our proxy refuses it, because another client's value passed after
 * the record was read, the record is read again: throws `Overtaken` where a field is no longer what was seen; otherwise that value was
 * only another form of it, or is replaced by now, and the change is sent again.
 */
export async function sendSeen<Now, Answer>({ want, now, textOf, read, send }: Change<Now, Answer>): Promise<Answer> {
  const fields = Object.keys(want);
  const passed = new Map<string, readonly string[]>();
  for (let tries = 1; ; tries++) {
    const expected = fields.map((field) => [
      field,
      { seen: [textOf(now, field), ...(passed.get(field) ?? [])], want: want[field] ?? '' },
    ]);
    try {
      return await send(Object.fromEntries(expected));
    } catch (error) {
      if (!isHighLevelError(error) || error.details.reason !== 'stale') throw error;
      const theirs = error.details.theirs ?? {};
      const there = await read();
      const overtaken = fields.filter((field) => textOf(there, field) !== textOf(now, field));
      if (overtaken.length > 0) throw new Overtaken(there, new Set(overtaken));
      if (tries === most) throw new Overtaken(there, new Set(Object.keys(theirs)));
      for (const [field, value] of Object.entries(theirs)) passed.set(field, [...(passed.get(field) ?? []), value]);
    }
  }
}
