import { type GristCode, GristError } from './doc.ts';

/** A failure as Grist reports it: over the plugin API with a code at times, over REST with a status. */
export interface GristFailure {
  message: string;
  code?: unknown;
  status?: number;
}

/** Grist names the reason by words only, most of the time (measured on Grist 1.7, plugin API and REST alike). */
const words: readonly (readonly [RegExp, GristCode])[] = [
  [/^Access not granted/i, 'no-access'],
  [/no write access/i, 'read-only'],
  [/access rules?/i, 'access-rule'],
  [/formula column/i, 'formula'],
  [/Invalid row id|non-existent record/i, 'row-gone'],
  [/Invalid column|no such column|Table not found|KeyError/i, 'column-gone'],
];

const codes: Readonly<Record<string, GristCode>> = { AUTH_NO_EDIT: 'read-only', ACL_DENY: 'access-rule' };

/** A refused key, a document that the key does not reach, and one that is not there. */
const statuses: Readonly<Record<number, GristCode>> = {
  401: 'no-access',
  403: 'no-access',
  404: 'no-access',
  429: 'rate-limited',
};

/** Names a failure of Grist. */
export function nameFailure({ message, code, status = 0 }: GristFailure, cause?: unknown): GristError {
  // Grist's engine answers with 500 to what it refuses, and says that it was the engine.
  const isHiccup = status >= 500 && !message.startsWith('[Sandbox]');
  const name =
    codes[String(code)] ??
    words.find(([pattern]) => pattern.test(message))?.[1] ??
    statuses[status] ??
    (isHiccup ? 'unreachable' : 'unknown');
  // What the engine says of an error of its own may hold a cell's text.
  const shown = name === 'unknown' ? message.replace(/^(\[Sandbox\] \w+).*$/s, '$1') : message;
  return new GristError(name, shown.slice(0, 300), cause === undefined ? undefined : { cause });
}

/** Names what Grist's plugin API threw. */
export function toGristError(error: unknown): GristError {
  if (error instanceof GristError) return error;
  if (!(error instanceof Error)) return nameFailure({ message: String(error) }, error);
  return nameFailure({ message: error.message, ...('code' in error && { code: error.code }) }, error);
}

/** Why Grist refused a call, or `null`. What is no failure of Grist, such as the end of a job, is thrown. */
export async function refusalOf(call: Promise<unknown>): Promise<GristError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof GristError) return error;
    throw error;
  }
}
