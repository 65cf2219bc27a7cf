import { computed, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import { type FieldKey, fieldKeys } from '../../../sync/fields.ts';
import { type FieldRef, type FieldTraits, specialRefs } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Notices } from '../notices.ts';
import type { Outbox } from '../outbox.ts';
import type { Cache } from '../reading/cache.ts';
import type { Directory } from '../reading/directory.ts';
import type { Records } from '../reading/records.ts';
import type { LateSyncing } from '../syncing/late-syncing.ts';
import type { FieldsPart, FieldView } from '../views/fields.ts';
import type { ContactCode } from './contact-code.ts';
import type { Edits } from './edits.ts';
import { viewFields } from './field-views.ts';
import type { Fields } from './fields.ts';

interface FieldWorkOptions {
  code: ReadonlySignal<ContactCode | null>;
  section: Pick<Section, 'mapped'>;
  records: Cache<Records>;
  outbox: Outbox;
  edits: Edits;
  directory: Directory;
  notices: Notices;
  syncing: LateSyncing;
  traits: (key: FieldRef) => FieldTraits;
  same: (key: FieldRef, left: string, right: string) => boolean;
  labelOf: (key: FieldRef) => string | null;
  /** The row under the cursor when it is linked to a contact, and that contact as HighLevel has it. */
  row: ReadonlySignal<Row | null>;
  contact: ReadonlySignal<Contact | undefined>;
  readOnly: ReadonlySignal<boolean>;
}

/** The fields of the shown contact: how they show, and what a person does with them. */
export type FieldWork = FieldsPart & Fields;

const isStandard = (field: FieldRef): field is FieldKey => (fieldKeys as readonly string[]).includes(field);

export function createFieldWork(options: FieldWorkOptions): FieldWork {
  const { section, edits, directory, syncing, row, contact, readOnly } = options;

  /** Fields that are no plain value of a contact say nothing until the code that reads them is there. */
  const read = (of: Contact, field: FieldRef) => (isStandard(field) ? of[field] : syncing.read(of, field));
  let made: Fields | undefined;
  /** Without their code there is no contact, and no field can be changed. */
  function verbs(): Fields | undefined {
    made ??= options.code.peek()?.createFields({
      ...options,
      read,
      currentRow: () => syncing.row.peek() ?? row.peek(),
      isReadOnly: () => readOnly.peek(),
      onInvalid: () => options.notices.announce('save-failed'),
    });
    return made;
  }

  const shownRow = computed(() => syncing.row.value ?? row.value);
  function view(keys: readonly FieldRef[]): readonly FieldView[] {
    if (!shownRow.value) return [];
    return viewFields({
      keys,
      read,
      traits: options.traits,
      same: options.same,
      labelOf: options.labelOf,
      row: shownRow.value,
      contact: contact.value,
      edits: edits.of(shownRow.value.contactId),
      conflicts: syncing.conflicts.value,
      flowing: syncing.flowing.value,
      asks: syncing.asks.value,
      standings: syncing.standings.value,
      isCompared: Boolean(syncing.row.value),
      looks: syncing.looks.value,
      readOnly: readOnly.value,
    });
  }

  return {
    save: (...field) => verbs()?.save(...field),
    keepDraft: (...field) => verbs()?.keepDraft(...field),
    retry: (key) => verbs()?.retry(key),
    discard: (key) => verbs()?.discard(key),
    overwrite: (key) => verbs()?.overwrite(key),
    leave: (contactId) => made?.leave(contactId),
    resolve: (...choice) => syncing.loaded()?.resolve(...choice),
    defer: (key) => syncing.loaded()?.defer(key),
    changeType: async (key, to) => (await syncing.open()).table.changeType(key, to),
    shown: computed(() => {
      const special = [...section.mapped.value, ...edits.of(shownRow.value?.contactId ?? '').keys()].filter(
        (key) => !isStandard(key),
      );
      return view([...fieldKeys, ...new Set(special)]);
    }),
    more: computed(() => {
      const custom = directory.customFields.value.map(({ id }): FieldRef => `custom:${id}`);
      // Without their code nothing can be said of them.
      return syncing.loaded() ? view([...specialRefs, ...custom]) : [];
    }),
  };
}
