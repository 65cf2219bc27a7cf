import { HighLevelError } from './errors.ts';

/** A path of HighLevel's API. `name` has `:id` for each value, so that no message contains values from a cell. */
export interface Path {
  url: string;
  name: string;
}

/**
 * Builds a path and encodes its values. Fails with `not-found` for a value that cannot be an id: an empty one, `.` or `..` would
 * address another endpoint.
 */
export function path(parts: TemplateStringsArray, ...ids: readonly string[]): Path {
  const name = parts.join(':id');
  if (ids.some((id) => /^\.{0,2}$/.test(id.trim()))) {
    throw new HighLevelError('not-found', `${name}: an id is empty`);
  }
  return { name, url: String.raw({ raw: parts }, ...ids.map((id) => encodeURIComponent(id.trim()))) };
}
