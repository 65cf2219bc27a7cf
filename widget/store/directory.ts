import { computed, type ReadonlySignal } from '@preact/signals';
import { type Calendar, listCalendars } from '../../highlevel/calendars.ts';
import type { Api } from '../../highlevel/client.ts';
import { type CustomField, listCustomFields } from '../../highlevel/custom-fields.ts';
import { getLocation, type Location } from '../../highlevel/locations.ts';
import { listUsers, type User } from '../../highlevel/users.ts';
import { createLoadable } from './resource.ts';
import type { Access } from './session.ts';

/** What is the same for every contact of the location. A part that cannot be read stays empty: names are missing then. */
export interface Directory {
  readonly users: ReadonlySignal<ReadonlyMap<string, User>>;
  readonly calendars: ReadonlySignal<ReadonlyMap<string, Calendar>>;
  readonly customFields: ReadonlySignal<readonly CustomField[]>;
  readonly location: ReadonlySignal<Location | null>;
  /** The location's IANA zone; the document's while the location cannot be read. */
  timeZone(): Promise<string>;
  /** Reads what is missing, at most once a minute: names are worth less than the contacts that share the limit. */
  load(): void;
}

interface DirectoryOptions {
  api: Api;
  access: Access;
  /** The document's zone. */
  timeZone: string;
}

const pause = 60_000;

const byId = <T extends { id: string }>(items: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Reads the location's people, calendars and fields once per session. */
export function createDirectory({ api, access, timeZone }: DirectoryOptions): Directory {
  const location = createLoadable(async (call) => getLocation(api, await access.locationId(), call));
  const users = createLoadable(async (call) => {
    const locationId = await access.locationId();
    await readLocation();
    return listUsers(api, { locationId, companyId: location.state.peek().data?.companyId ?? '' }, call);
  });
  const calendars = createLoadable(async (call) => listCalendars(api, await access.locationId(), call));
  const customFields = createLoadable(async (call) => listCustomFields(api, await access.locationId(), call));

  let triedAt = Number.NEGATIVE_INFINITY;

  const readLocation = async () => {
    const { data, error } = location.state.peek();
    if (data === undefined && error?.retryable !== false) await location.load();
  };

  return {
    users: computed(() => byId(users.state.value.data)),
    calendars: computed(() => byId(calendars.state.value.data)),
    customFields: computed(() => customFields.state.value.data ?? []),
    location: computed(() => location.state.value.data ?? null),
    timeZone: async () => {
      await readLocation();
      return location.state.peek().data?.timezone || timeZone;
    },
    load: () => {
      if (Date.now() - triedAt < pause) return;
      triedAt = Date.now();
      const missing = [location, users, calendars, customFields].filter(({ state }) => state.peek().data === undefined);
      for (const part of missing) part.load();
    },
  };
}
