import { computed, type ReadonlySignal } from '@preact/signals';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { Location } from '../../../highlevel/locations.ts';
import type { User } from '../../../highlevel/users.ts';
import type { Calls } from '../connecting/calls.ts';
import type { Access } from '../connecting/session.ts';
import { createLoadable } from './resource.ts';

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
  /** Reads all that is missing. Never rejects: what cannot be read stays empty. */
  complete(): Promise<void>;
}

interface DirectoryOptions {
  calls: Calls;
  access: Access;
  /** The document's zone. */
  timeZone: string;
}

const pause = 60_000;

const byId = <T extends { id: string }>(items: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Reads the location's people, calendars and fields once per session. */
export function createDirectory({ calls, access, timeZone }: DirectoryOptions): Directory {
  const location = createLoadable(async (call) => calls.getLocation(await access.locationId(), call));
  const users = createLoadable(async (call) => {
    const locationId = await access.locationId();
    await readLocation();
    return calls.listUsers({ locationId, companyId: location.state.peek().data?.companyId ?? '' }, call);
  });
  const calendars = createLoadable(async (call) => calls.listCalendars(await access.locationId(), call));
  const customFields = createLoadable(async (call) => calls.listCustomFields(await access.locationId(), call));

  let triedAt = Number.NEGATIVE_INFINITY;

  const missing = () =>
    [location, users, calendars, customFields].filter(({ state }) => state.peek().data === undefined);

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
      for (const part of missing()) part.load();
    },
    complete: async () => {
      await Promise.all(missing().map((part) => part.load()));
    },
  };
}
