import { computed, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { User } from '../../../highlevel/users.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { ChoiceLooks, Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import type { SpecialFields } from '../fields/field-io.ts';
import type { Saver } from '../fields/saver.ts';
import type { Journal } from '../journal.ts';
import { createLanes } from '../lanes.ts';
import { once } from '../lazy.ts';
import type { Choice, ConflictView } from '../views/sync.ts';
import { createAgreements } from './agreements.ts';
import type { Beyond } from './beyond.ts';
import { createConflicts } from './conflicts.ts';
import { createEchoes } from './echoes.ts';
import { createFlows } from './flows.ts';
import type { Hear } from './live.ts';
import { type Outcomes, outcomesOf, type Rules } from './outcomes.ts';
import { decideAlways, rulesOf } from './rules.ts';
import { createSaver, type SaverOptions } from './save.ts';
import { createSettle, type SettleOptions } from './settle.ts';
import { followAgreements } from './shown-agreements.ts';
import { createSpecialFields } from './special-fields.ts';
import { createTable } from './table.ts';
import type { SyncVerbs } from './verbs.ts';
import { createCellWriter } from './write-cells.ts';
import { createJournal } from './write-journal.ts';

/** What keeps both sides of the shown row equal, and shows where only a person can. */
export interface Syncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  /** Fields of the shown contact that flow from one side to the other now. */
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  readonly looks: ReadonlySignal<ReadonlyMap<FieldRef, ChoiceLooks>>;
  readonly special: SpecialFields;
  readonly journal: Journal;
  readonly saver: Saver;
  /** With `always` the column keeps deciding so. */
  resolve(field: FieldRef, choice: Choice, always: boolean): void;
  /** The shown row in the terms of fields. */
  readonly row: ReadonlySignal<Row | null>;
  defer(field: FieldRef): void;
  /** Answers the same each time. */
  beyond(): Promise<Beyond>;
  dispose(): void;
}

/** What the panel hands over. */
export interface SyncingParts
  extends Omit<SaverOptions, 'journal' | 'lanes' | 'onAgreed' | 'calls' | 'section' | 'writeCells'>,
    Pick<SettleOptions, 'traits'> {
  calls: Calls;
  section: Pick<Section, 'readRow' | 'writeRow' | 'mapped' | 'options' | 'setOptions' | 'whole'>;
  customFields: () => readonly CustomField[];
  /** What HighLevel calls a custom field; `null` when it has none, or has not told it. Reads a signal. */
  labelOf: (field: FieldRef) => string | null;
  users: ReadonlySignal<readonly User[]>;
  businesses: () => Promise<readonly Readonly<{ id: string; name: string }>[]>;
  /** The linked row under the cursor, and its contact as HighLevel told it. */
  row: ReadonlySignal<Row | null>;
  contact: ReadonlySignal<Contact | undefined>;
  online: ReadonlySignal<boolean>;
  readOnly: ReadonlySignal<boolean>;
  /** May anything be written now: the person may, the network is there, nothing is still being read? */
  mayWrite: ReadonlySignal<boolean>;
}

const nothing: Outcomes = new Map();

/** Starts to compare whatever is shown. */
export function createSyncing(parts: SyncingParts, verbs: SyncVerbs): Syncing {
  const { contact, edits, io, same, traits, labelOf, calls, mayWrite, online } = parts;
  const table = createTable(parts);
  const { section, row, formulas } = table;
  const rules = computed((): Rules => {
    if (!formulas.value) return new Map();
    // Of a custom field that HighLevel has not told yet, or no longer has, nothing can be said.
    const known = [...section.mapped.value].filter((field) => !field.startsWith('custom:') || labelOf(field) !== null);
    return rulesOf(new Set(known), section.options.value.sync, traits, formulas.value);
  });
  const automatic = computed(() => section.options.value.sync?.automatic ?? true);
  const echoes = createEchoes();
  const agreements = createAgreements(verbs.base, (contactId) => echoes.expect('base', contactId));
  const journal = createJournal(verbs.activity, (contactId) => echoes.expect('activity', contactId));
  const special = createSpecialFields({
    calls,
    verbs: verbs.special,
    customFields: parts.customFields,
    mapped: () => section.mapped.peek(),
  });
  const lanes = createLanes();
  const writeCells = createCellWriter(section, table.learnFormula);
  const saver = createSaver({ ...parts, section, writeCells, journal, lanes, onAgreed: note });
  const settle = createSettle({
    ...parts,
    section,
    writeCells,
    saver,
    lanes,
    agreements,
    journal,
    rules: () => rules.peek(),
    tableId: table.tableId,
  });
  const outcomes = computed((): Outcomes => {
    const [shown, there] = [row.value, contact.value];
    const agreed = shown && agreements.of(shown);
    if (!shown || !agreed || there?.id !== shown.contactId) return nothing;
    const sides = { row: shown, contact: there, agreed, edits: edits.of(shown.contactId), rules: rules.value };
    return outcomesOf({ ...sides, traits, io });
  });

  const { flowing, stop: stopFlows } = createFlows({
    ...{ row, outcomes, agreements, edits, same, settle, automatic, mayWrite, onEqual: note },
  });
  const {
    conflicts,
    defer,
    look: lookWho,
    stop: forgetConflicts,
  } = createConflicts({
    ...{ row, outcomes, agreements, same, activity: verbs.activity },
  });
  const shownId = computed(() => contact.value?.id ?? '');
  const shown = followAgreements({
    row: computed(() => (row.value?.contactId === shownId.value ? row.value : null)),
    agreements,
    online,
  });
  const stops = [table.stop, shown.stop, forgetConflicts, stopFlows];

  const beyond = once(async () => {
    const { createBeyond } = await import('./beyond.ts');
    opened = createBeyond({
      ...{
        settle,
        lanes,
        agreements,
        edits,
        io,
        rules,
        traits,
        labelOf,
        shownId,
        base: verbs.base,
        activity: verbs.activity,
      },
      listContacts: verbs.listContacts,
      nameOf: (userId) => parts.users.peek().find(({ id }) => id === userId)?.name ?? '',
      canWrite: computed(() => online.value && !parts.readOnly.value),
      locationId: () => contact.peek()?.locationId ?? '',
      rows: table.rows,
      showRow: async (rowId) => {
        const whole = await parts.section.whole();
        return whole.showRow(rowId).then(
          () => true,
          () => false,
        );
      },
      activityTable: async () => (await parts.section.whole()).activityTable(),
    });
    return opened;
  });
  let opened: Beyond | null = null;
  let isOver = false;

  /** Others work in the document, too: what they do is heard while the page is seen. */
  async function listen(hear: Hear) {
    const [{ keepListening }, { createHearsay }] = await Promise.all([import('./live.ts'), import('./hearsay.ts')]);
    if (isOver) return;
    const hearsay = createHearsay({
      ...{ echoes, activity: verbs.activity, records: parts.records },
      shownId: () => shownId.peek(),
      onAgreed: shown.load,
      onActivity: (contactId) => {
        if (contactId === shownId.peek()) lookWho();
        opened?.heard(contactId);
      },
    });
    const catchUp = () => {
      shown.load();
      void parts.records.peek(shownId.peek())?.contact.load();
    };
    const stopListening = keepListening({ ...{ hear, online }, onEvent: hearsay.hear, onGap: catchUp });
    stops.push(stopListening, hearsay.stop);
  }
  if (verbs.hear) listen(verbs.hear).catch(() => {});

  function note(place: Row, values: Values) {
    const ofColumns = Object.entries(values).filter(([field]) => rules.peek().has(field as FieldRef));
    void agreements.note(place, Object.fromEntries(ofColumns)).catch(() => {});
  }

  return {
    conflicts,
    flowing,
    looks: table.looks,
    special,
    row,
    journal,
    saver,
    resolve(field, choice, always) {
      const [shown, there] = [row.peek(), contact.peek()];
      const grist = shown?.values[field];
      if (!shown || !there || grist === undefined || !mayWrite.peek()) return;
      if (always && choice !== 'before') decideAlways(section, field, choice);
      const { rowId, contactId } = shown;
      const highlevel = io.read(there, field);
      if (choice === 'highlevel') {
        void settle.giveToGrist(contactId, rowId, field, { cell: grist, highlevel }).catch(() => {});
        return;
      }
      const text = choice === 'grist' ? grist : conflicts.peek().get(field)?.before?.value;
      if (text !== undefined)
        settle.giveToHighLevel(contactId, rowId, field, text, { highlevel, cell: grist }, 'conflict');
    },
    defer,
    beyond,
    dispose: () => {
      isOver = true;
      opened?.dispose();
      for (const stop of stops) stop();
    },
  };
}
