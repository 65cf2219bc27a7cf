import { createApi } from '../highlevel/client.ts';
import { isHighLevelError } from '../highlevel/errors.ts';
import { getLocation } from '../highlevel/locations.ts';
import { ConfigError } from './config.ts';

interface Pinned {
  token: string;
  locationId: string;
}

/** What HighLevel's refusals of the first call mean for the operator. */
function problemOf(error: unknown): string | undefined {
  if (!isHighLevelError(error)) return undefined;
  const { status, complaints = [] } = error.details;
  if (error.code === 'unauthenticated') {
    return 'HIGHLEVEL_TOKEN is not taken by HighLevel. Make a new one: HighLevel, Settings, Private Integrations.';
  }
  if (status === 401 && /scope/i.test(complaints.join(' '))) {
    return 'HIGHLEVEL_TOKEN lacks the scope locations.readonly. Tick it in HighLevel: Settings, Private Integrations.';
  }
  if (error.code === 'forbidden' || error.code === 'not-found' || error.code === 'rejected') {
    return 'HIGHLEVEL_LOCATION_ID is not the location of HIGHLEVEL_TOKEN. HighLevel shows the id under Settings, Business Profile.';
  }
  return undefined;
}

/**
 * Requests the pinned location from HighLevel at start. Returns its name, or `null` when HighLevel cannot be reached, which
 * is no mistake of the configuration. Throws `ConfigError` with what to mend.
 */
export async function checkPinned(
  apiUrl: string,
  { token, locationId }: Pinned,
  fetch: typeof globalThis.fetch,
): Promise<string | null> {
  try {
    return (await getLocation(createApi({ via: 'direct', url: apiUrl, token }, { fetch }), locationId)).name;
  } catch (error) {
    const problem = problemOf(error);
    if (problem) throw new ConfigError([problem]);
    return null;
  }
}
