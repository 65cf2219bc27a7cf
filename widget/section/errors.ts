import type { GristCode } from './port.ts';

/** Grist refused or failed. `message` is Grist's own. */
export class GristError extends Error {
  override readonly name = 'GristError' as const;
  readonly code: GristCode;

  constructor(code: GristCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Grist tells its failures apart by `code` at times, else by words only (measured on Grist 1.7). */
const words: readonly (readonly [RegExp, GristCode])[] = [
  [/^Access not granted/i, 'no-access'],
  [/no write access/i, 'read-only'],
  [/access rules?/i, 'access-rule'],
  [/formula column/i, 'formula'],
  [/Invalid row id|non-existent record/i, 'row-gone'],
  [/Invalid column|Table not found|KeyError/i, 'column-gone'],
];

const codes: Readonly<Record<string, GristCode>> = { AUTH_NO_EDIT: 'read-only', ACL_DENY: 'access-rule' };

/** Names what Grist threw. */
export function toGristError(error: unknown): GristError {
  if (error instanceof GristError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const said = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined;
  const code = said ?? words.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown';
  return new GristError(code, message, { cause: error });
}
