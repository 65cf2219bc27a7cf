import type { Context } from 'hono';
import * as v from 'valibot';
import type { Agreement, Intent as IntentToStore, Outcome as OutcomeToStore } from '../../engine/state.ts';
import { HighLevelError } from '../../highlevel/errors.ts';
import type { ProxyEnv } from '../env.ts';

/** Longer than HighLevel's longest field. */
const longest = 70_000;
/** The caps of one call, as `SyncState` states them. */
const caps = { contacts: 500, values: 1_000, intents: 200, outcomes: 200, keys: 200, ttl: 10 * 60_000 };

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const Name = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,200}$/));
const Text = v.pipe(v.string(), v.maxLength(longest));
/** Within what both databases store; a version grows by one at a time. */
const Version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const RowId = v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1));

const Fields = v.record(Name, v.object({ value: Text, version: Version }));
const Agreements: v.GenericSchema<Agreement[]> = v.pipe(
  v.array(v.object({ contactId: Id, fields: Fields })),
  v.check((all) => all.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0) <= caps.values),
);
const Intent: v.GenericSchema<IntentToStore> = v.object({
  id: v.pipe(v.string(), v.uuid()),
  contactId: Id,
  rowId: v.nullable(RowId),
  act: v.picklist(['field', 'task', 'note', 'appointment', 'contact', 'link']),
  what: Name,
  label: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  from: Text,
  to: Text,
  via: v.picklist(['panel', 'grid', 'highlevel', 'undo', 'conflict', 'mirror', 'job', 'automation']),
});
const Outcome: v.GenericSchema<OutcomeToStore> = v.object({
  id: v.pipe(v.string(), v.uuid()),
  result: v.picklist(['saved', 'refused', 'half', 'unknown', 'conflict', 'given-up']),
  reason: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
  traceId: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
});
const Holder = v.pipe(v.string(), v.regex(/^[\w:.@-]{1,100}$/));
const Keys = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w:.@ -]{1,300}$/))), v.maxLength(caps.keys));

export const ReadBase = v.object({ contactIds: v.pipe(v.array(Id), v.maxLength(caps.contacts)) });
export const Agree = v.object({ agreements: Agreements });
export const Begin = v.object({ intents: v.pipe(v.array(Intent), v.maxLength(caps.intents)) });
export const Release = v.object({ holder: Holder, keys: Keys });
export const Finish = v.object({
  outcomes: v.pipe(v.array(Outcome), v.maxLength(caps.outcomes)),
  agreements: v.optional(Agreements, []),
  release: v.optional(Release),
});
export const Claim = v.object({
  holder: Holder,
  keys: Keys,
  ttl: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(caps.ttl)),
});

export const Person = v.object({
  highlevelUserId: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(200)),
});
export const LogQuery = v.object({
  contact: v.optional(Id),
  before: v.optional(v.pipe(v.string(), v.uuid())),
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(200)), '50'),
  problems: v.optional(v.picklist(['true', 'false']), 'false'),
  search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
});

/** Throws `HighLevelError`: `rejected`, with what is expected. */
export function read<Output>(shape: v.GenericSchema<unknown, Output>, value: unknown, expected: string): Output {
  const result = v.safeParse(shape, value);
  if (!result.success) throw new HighLevelError('rejected', expected, { status: 400 });
  return result.output;
}

/** The body of a request, read by its shape. Throws `HighLevelError`: `rejected`. */
export const readBody = async <Output>(
  c: Context<ProxyEnv>,
  shape: v.GenericSchema<unknown, Output>,
  expected: string,
): Promise<Output> => read(shape, await c.req.json().catch(() => undefined), expected);
