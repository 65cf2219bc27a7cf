/** Reads a host name off what a person typed, who may paste a whole address; `''` for none, `null` when it cannot be one. */
export function readHostName(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  return host === '' || isHostName(host) ? host : null;
}

/** Labels of letters, digits and inner dashes; at least two, the last one no number: no port, no path, no person before an `@`. */
export function isHostName(host: string): boolean {
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{2,59}|[a-z]{2,63})$/.test(host);
}
