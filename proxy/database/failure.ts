const namesOf = (error: Error) => [error.name, ...('code' in error ? [String(error.code)] : [])];

/** How libsql names its failures, how Postgres numbers its own, and what a pool says that reaches none. */
const isOurs = (error: Error): boolean =>
  namesOf(error).some((name) => /^(SqliteError|SQLITE_\w+)$/.test(name)) ||
  ('severity' in error && 'routine' in error) ||
  /connection terminated|timeout exceeded when trying to connect|driver has already been destroyed/i.test(
    error.message,
  ) ||
  ('syscall' in error && 'port' in error && error.syscall === 'connect');

/** Is it the database that failed: full, read-only, locked or out of reach? Nothing else of ours throws such errors. */
export const isDatabaseFailure = (error: unknown): boolean => error instanceof Error && isOurs(error);
