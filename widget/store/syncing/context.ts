import type { ReadonlySignal } from '@preact/signals';
import type { Ports } from '../../../engine/ports.ts';
import type { ActivityVerbs } from '../../../panel-api/activity.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Section } from '../../section/port.ts';
import type { Edits } from '../fields/edits.ts';
import type { Outbox } from '../outbox.ts';
import type { Table } from './table.ts';

/** What the syncing of the shown row lends to what looks at more than that. */
export interface TableContext {
  ports: Ports;
  /** Names this page to the leases. */
  holder: string;
  table: Table;
  outbox: Outbox;
  edits: Edits;
  activity: ActivityVerbs;
  section: Pick<Section, 'whole'>;
  traits: (field: FieldRef) => FieldTraits;
  /** What HighLevel calls a custom field, or `null`. */
  labelOf: (field: FieldRef) => string | null;
  /** A HighLevel user's name, or `''`. */
  nameOf: (userId: string) => string;
  canWrite: ReadonlySignal<boolean>;
  /** The contact that is shown, or `''`. */
  shownId: ReadonlySignal<string>;
}
