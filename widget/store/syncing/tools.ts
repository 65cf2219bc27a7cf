import type { ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import type { ActivityVerbs } from '../../../panel-api/activity.ts';
import type { BaseVerbs } from '../../../panel-api/base.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { ActivityTable, Row } from '../../section/port.ts';
import type { Edits } from '../fields/edits.ts';
import type { FieldIo } from '../fields/field-io.ts';
import type { Lanes } from '../lanes.ts';
import type { Agreements } from './agreements.ts';
import type { Rules } from './outcomes.ts';
import type { Paced } from './pace.ts';
import type { Settle } from './settle.ts';

/** What the syncing of the shown row lends to what looks at more than that. */
export interface Tools {
  settle: Settle;
  lanes: Lanes;
  agreements: Agreements;
  edits: Pick<Edits, 'of'>;
  io: FieldIo;
  rules: ReadonlySignal<Rules>;
  traits: (field: FieldRef) => FieldTraits;
  /** What HighLevel calls a custom field, or `null`. */
  labelOf: (field: FieldRef) => string | null;
  canWrite: ReadonlySignal<boolean>;
  base: BaseVerbs;
  activity: ActivityVerbs;
  /** A HighLevel user's name, or `''`. */
  nameOf: (userId: string) => string;
  /** All contacts of a location, a page at a time. */
  listContacts(locationId: string, paced: Paced): AsyncIterable<Contact>;
  /** Of the contact that is shown; `''` when there is none. */
  locationId(): string;
  /** The contact that is shown, or `''`. */
  shownId: ReadonlySignal<string>;
  /** All rows of the table in the terms of fields. Throws `GristError`. */
  rows(): Promise<readonly Row[]>;
  showRow(rowId: number): Promise<boolean>;
  /** Throws `GristError`. */
  activityTable(): Promise<ActivityTable>;
}
