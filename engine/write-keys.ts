import { type WriteKey, writeKeys } from '../highlevel/custom-values.ts';
import { isHighLevelError } from '../highlevel/errors.ts';

/** The key under which a location was seen to take a custom field, by location. */
const proved = new Map<string, WriteKey>();

/** The keys to try in a location: the one that is known to work there, else all, the likeliest first. */
export function keysFor(locationId: string): readonly WriteKey[] {
  const key = proved.get(locationId);
  return key ? [key] : writeKeys;
}

/** Notes the key that took effect in a location; `null` where none did: then the next write tries all. */
export function noteKey(locationId: string, key: WriteKey | null): void {
  if (key) proved.set(locationId, key);
  else proved.delete(locationId);
}

/** Did HighLevel refuse a write because of its key, and not because of the value? */
export const isRefusedKey = (error: unknown, key: WriteKey): boolean =>
  isHighLevelError(error) &&
  error.code === 'rejected' &&
  (error.details.complaints ?? []).some((complaint) =>
    new RegExp(`\\b(?:property|customFields\\S*)\\s.*\\b${key}\\b.*should not exist`).test(complaint),
  );
