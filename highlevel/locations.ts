import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { flag, shape, text, wrapped } from './read.ts';
import type { LocationResponse, WireLocation } from './wire-location.ts';

export interface Location {
  id: string;
  companyId: string;
  name: string;
  /** IANA name; the zone of appointment times without an offset. */
  timezone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  allowDuplicateContact: boolean;
}

/** Reads a location. */
export async function getLocation(api: Api, locationId: string, call?: Call): Promise<Location> {
  return readLocation(wrapped<LocationResponse>(await api.get(path`locations/${locationId}`, call), 'location'));
}

function readLocation(value: unknown): Location {
  const raw = shape<WireLocation>(value);
  const settings = shape<NonNullable<WireLocation['settings']>>(raw.settings);
  return {
    id: text(raw.id),
    companyId: text(raw.companyId),
    name: text(raw.name),
    timezone: text(raw.timezone),
    country: text(raw.country),
    allowDuplicateContact: flag(settings.allowDuplicateContact),
  };
}
