import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Contact } from '../../../highlevel/contacts.ts';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { User } from '../../../highlevel/users.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { PhoneBook } from '../../../sync/transforms/transform.ts';
import type { Row, Section } from '../../grist/port.ts';
import type { Calls } from '../calls.ts';
import type { SpecialFields } from '../field-io.ts';
import type { Journal } from '../journal.ts';
import { createLanes } from '../lanes.ts';
import { loadPhoneBook } from '../phone-book.ts';
import type { Saver } from '../saver.ts';
import type { Choice, ConflictView } from '../view-sync.ts';
import { createAgreements } from './agreements.ts';
import { createConflicts } from './conflicts.ts';
import { type Outcomes, outcomesOf, valuesOf } from './outcomes.ts';
import { decideAlways, rulesOf } from './rules.ts';
import { createSaver, type SaverOptions } from './save.ts';
import { createSettle, type SettleOptions } from './settle.ts';
import { followAgreements } from './shown-agreements.ts';
import { createSpecialFields } from './special-fields.ts';
import { translate } from './translate.ts';
import type { SyncVerbs } from './verbs.ts';
import { createJournal } from './write-journal.ts';

/** What keeps both sides of the shown row equal, and shows where only a person can. */
export interface Syncing {
  readonly conflicts: ReadonlySignal<ReadonlyMap<FieldRef, ConflictView>>;
  /** Fields of the shown contact that flow from one side to the other now. */
  readonly flowing: ReadonlySignal<ReadonlySet<FieldRef>>;
  readonly special: SpecialFields;
  readonly journal: Journal;
  readonly saver: Saver;
  /** With `always` the column keeps deciding so. */
  resolve(field: FieldRef, choice: Choice, always: boolean): void;
  /** The shown row in the terms of fields. */
  readonly row: ReadonlySignal<Row | null>;
  defer(field: FieldRef): void;
  dispose(): void;
}

/** What the panel hands over. */
export interface SyncingParts
  extends Omit<SaverOptions, 'journal' | 'lanes' | 'onAgreed' | 'calls' | 'section'>,
    Pick<SettleOptions, 'traits'> {
  calls: Calls;
  section: Pick<Section, 'readRow' | 'writeRow' | 'mapped' | 'options' | 'setOptions' | 'whole'>;
  customFields: () => readonly CustomField[];
  users: ReadonlySignal<readonly User[]>;
  /** The linked row under the cursor, and its contact as HighLevel told it. */
  row: ReadonlySignal<Row | null>;
  contact: ReadonlySignal<Contact | undefined>;
  online: ReadonlySignal<boolean>;
  /** May anything be written now: the person may, the network is there, nothing is still being read? */
  mayWrite: ReadonlySignal<boolean>;
}

const nothing: Outcomes = new Map();

/** Starts to compare whatever is shown. */
export function createSyncing(parts: SyncingParts, verbs: SyncVerbs): Syncing {
  const { contact, edits, io, same, traits, calls, mayWrite } = parts;
  const phone = signal<PhoneBook | null>(null);
  const { section, rowOf, needs } = translate(parts.section, () => ({
    users: parts.users.value,
    businesses: [],
    phone: phone.value,
  }));
  const row = rowOf(parts.row);
  /** Fields whose column is a formula; `null` until the document has told. */
  const formulas = signal<ReadonlySet<FieldRef> | null>(null);
  const rules = computed(() => {
    const [mapped, { sync }] = [section.mapped.value, section.options.value];
    return formulas.value ? rulesOf(mapped, sync, traits, formulas.value) : new Map();
  });
  const automatic = computed(() => section.options.value.sync?.automatic ?? true);
  const agreements = createAgreements(verbs.base);
  const journal = createJournal(verbs.activity);
  const special = createSpecialFields({
    calls,
    verbs: verbs.special,
    customFields: parts.customFields,
    mapped: () => section.mapped.peek(),
  });
  const lanes = createLanes();
  const saver = createSaver({ ...parts, section, journal, lanes, onAgreed: note });
  const settle = createSettle({
    ...parts,
    section,
    saver,
    lanes,
    agreements,
    journal,
    rules: () => rules.peek(),
    tableId: () => row.peek()?.tableId ?? '',
  });
  /** What was begun already, so that a refusal is not tried again and again. */
  const tried = new Set<string>();
  /** Values that Grist refused to take: they do not flow by themselves any more. */
  const refused = signal<ReadonlySet<string>>(new Set());

  const outcomes = computed((): Outcomes => {
    const [shown, there] = [row.value, contact.value];
    const agreed = shown && agreements.of(shown);
    if (!shown || !agreed || there?.id !== shown.contactId) return nothing;
    const sides = { row: shown, contact: there, agreed, edits: edits.of(shown.contactId), rules: rules.value };
    return outcomesOf({ ...sides, traits, io });
  });

  /** Both sides are equal, but not by what they agreed on: that is looked at afresh before it is believed. */
  const changedAlike = computed(() => {
    const known = row.value && agreements.of(row.value);
    const equal = Object.entries(valuesOf(outcomes.value, 'same')) as [FieldRef, string][];
    return equal.filter(([field, text]) => known?.has(field) && !same(field, known.get(field)?.value ?? '', text));
  });
  const placeOf = (field: FieldRef) => `${row.peek()?.contactId} ${field}`;
  const due = computed(() => {
    const toGrist = Object.entries(valuesOf(outcomes.value, 'to-grist')) as [FieldRef, string][];
    const toHighLevel = Object.entries(valuesOf(outcomes.value, 'to-highlevel')) as [FieldRef, string][];
    const willing = toGrist.filter(([field, text]) => !refused.value.has(`${placeOf(field)} ${text}`));
    return automatic.value ? [...willing, ...toHighLevel] : willing;
  });

  const {
    conflicts,
    defer,
    stop: forgetConflicts,
  } = createConflicts({
    ...{ row, outcomes, agreements, same, activity: verbs.activity },
  });
  const needsPhones = needs('phone');
  const shownId = computed(() => contact.value?.id ?? '');
  const shown = followAgreements({
    row: computed(() => (row.value?.contactId === shownId.value ? row.value : null)),
    agreements,
    online: parts.online,
  });
  const stops = [
    shown.stop,
    forgetConflicts,
    effect(() => {
      if (!needsPhones.value || phone.peek()) return;
      loadPhoneBook().then(
        (book) => {
          phone.value = book;
        },
        () => {},
      );
    }),
    effect(() => {
      section.mapped.value;
      untracked(() => void readFormulas());
    }),
    effect(() => {
      const places = [...edits.of(shownId.value)].flatMap(([field, { save }]) =>
        save?.failure?.side === 'grist' ? [`${shownId.value} ${field} ${save.text}`] : [],
      );
      if (places.length > 0) untracked(() => (refused.value = new Set([...refused.peek(), ...places])));
    }),
    effect(() => {
      const shown = row.value;
      if (!shown || !mayWrite.value) return;
      const known = agreements.of(shown);
      const equal = Object.entries(valuesOf(outcomes.value, 'same')).filter(
        ([field]) => !known?.has(field as FieldRef),
      );
      untracked(() => note(shown, Object.fromEntries(equal)));
    }),
    effect(() => {
      const [shown, flows] = [row.value, [...due.value, ...changedAlike.value]];
      if (!shown || flows.length === 0 || !mayWrite.value) return;
      const attempt = `${shown.rowId} ${shown.contactId} ${JSON.stringify([flows, shown.values])}`;
      if (tried.has(attempt)) return;
      tried.add(attempt);
      if (tried.size > 500) tried.clear();
      untracked(() => void settle.flow(shown.contactId, shown.rowId).catch(() => {}));
    }),
  ];

  async function readFormulas() {
    const told = await parts.section
      .whole()
      .then((whole) => whole.computed())
      .catch(() => new Set<FieldRef>());
    formulas.value = told;
  }

  function note(place: Row, values: Values) {
    const ofColumns = Object.entries(values).filter(([field]) => rules.peek().has(field as FieldRef));
    void agreements.note(place, Object.fromEntries(ofColumns)).catch(() => {});
  }

  return {
    conflicts,
    flowing: computed(() => new Set(mayWrite.value ? due.value.map(([field]) => field) : [])),
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
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
