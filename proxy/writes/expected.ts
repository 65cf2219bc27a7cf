import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { HighLevelError } from '../../highlevel/errors.ts';

/** The member of a write's body that is ours. It never reaches HighLevel. */
const member = 'expected';

const mostFields = 100;

const Shape = v.pipe(
  v.record(v.string(), v.object({ seen: v.array(v.string()), want: v.string() })),
  v.check((fields) => Object.keys(fields).length <= mostFields),
);

/** What a write replaces and by what, by field, in the words of the clients: the proxy only compares them. */
export type Expected = v.InferOutput<typeof Shape>;

/** Takes our member out of a body. Throws `HighLevelError` `rejected` where it is not as documented. */
export function takeExpected(given: Record<string, unknown> | undefined): {
  body: Record<string, unknown> | undefined;
  expected?: Expected;
} {
  if (!given || !Object.hasOwn(given, member)) return { body: given };
  const { [member]: found, ...body } = given;
  const read = v.safeParse(Shape, found);
  if (!read.success) throw new HighLevelError('rejected', `The member "${member}" has another form.`, { status: 400 });
  return { body, expected: read.output };
}

/** Characters of a value that is kept as it is; a longer one is kept as a hash, so that what is kept has a limit. */
const longest = 500;

/** A value as it is compared and kept. */
export const tokenOf = (value: string): string =>
  value.length <= longest ? value : `sha256:${createHash('sha256').update(value).digest('base64url')}`;
