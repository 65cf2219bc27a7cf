import type { ReadonlySignal } from '@preact/signals';
import type { Calendar } from '../../../highlevel/calendars.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { Location } from '../../../highlevel/locations.ts';
import type { User } from '../../../highlevel/users.ts';

/** What is the same for every contact of the location. A part that cannot be read stays empty: names are missing then. */
export interface DirectoryPart {
  readonly users: ReadonlySignal<ReadonlyMap<string, User>>;
  readonly calendars: ReadonlySignal<ReadonlyMap<string, Calendar>>;
  readonly customFields: ReadonlySignal<readonly CustomField[]>;
  readonly location: ReadonlySignal<Location | null>;
}
