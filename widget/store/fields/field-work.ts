import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Via } from '../../../panel-api/activity.ts';
import { fieldKeys } from '../../../sync/fields.ts';
import { type FieldRef, isSame, specialRefs, traitsOf } from '../../../sync/refs.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import { once } from '../lazy.ts';
import type { Notices } from '../notices.ts';
import type { Cache } from '../reading/cache.ts';
import type { Directory } from '../reading/directory.ts';
import type { Records } from '../reading/records.ts';
import { createLateSyncing, type LateSyncing } from '../syncing/late-syncing.ts';
import type { SyncParts } from '../syncing/parts.ts';
import type { History } from '../undo.ts';
import type { Failure, FieldView, Panel, Resource } from '../view.ts';
import type { Edits, Save } from './edits.ts';
import { createFieldIo, isStandard } from './field-io.ts';
import { viewFields } from './field-views.ts';
import { createFields, earlierValue, type Fields } from './fields.ts';
import type { Saver } from './saver.ts';

export interface FieldWorkOptions {
  calls: Calls;
  section: Section;
  records: Cache<Records>;
  edits: Edits;
  directory: Directory;
  notices: Notices;
  history: History;
  /** The row under the cursor when it is linked to a contact. */
  row: ReadonlySignal<Row | null>;
  contact: ReadonlySignal<Resource<Contact>>;
  readOnly: ReadonlySignal<boolean>;
  online: ReadonlySignal<boolean>;
  describe: (key: FieldRef) => string;
  /** The location's businesses. */
  businesses: () => Promise<readonly Readonly<{ id: string; name: string }>[]>;
  syncParts: () => Promise<SyncParts>;
}

/** All about the fields of the shown contact: how they show, what a person does with them, and what keeps both sides equal. */
export interface FieldWork
  extends Pick<Panel, 'resolveConflict' | 'deferConflict' | 'activity' | 'history' | 'differences' | 'mapping'> {
  readonly fields: ReadonlySignal<readonly FieldView[]>;
  readonly moreFields: ReadonlySignal<readonly FieldView[]>;
  readonly verbs: Fields;
  readonly saver: Saver;
  readonly syncing: LateSyncing;
  dispose(): void;
}

/** A custom field that HighLevel no longer has, or has not told yet. */
const unknownField = { kind: 'other', writable: false, clearable: false } as const;

/** Joins the stores of fields to each other. */
export function createFieldWork(options: FieldWorkOptions): FieldWork {
  const { calls, section, records, edits, directory, notices, history, row, contact, readOnly, describe } = options;

  const traits = (key: FieldRef) => traitsOf(key, directory.customFields.value) ?? unknownField;
  const same = (key: FieldRef, left: string, right: string) => isSame(traits(key), left, right);
  const nameOf = (key: FieldRef) => directory.customFields.value.find(({ id }) => key === `custom:${id}`)?.name ?? null;
  const io = createFieldIo({
    calls,
    special: async () => (await syncing.open()).special,
    loadedSpecial: () => syncing.loaded()?.special ?? null,
  });
  const shown = computed(() => {
    const { data } = contact.value;
    return data && data.id === row.value?.contactId ? data : undefined;
  });

  const parts = once(options.syncParts);
  function onFailed(_contactId: string, _key: FieldRef, { code }: Failure, via: Via = 'panel') {
    notices.announce('save-failed');
    if (code === 'row-gone') notices.show(code);
    // Its field may be out of sight by now.
    if (via === 'undo') notices.show('not-undone');
  }
  function onSaved(contactId: string, key: FieldRef, save: Save) {
    notices.announce('saved');
    if (save.via === 'undo') notices.show('undone');
    if (save.via !== 'panel' && save.via !== 'conflict') return;
    const earlier = earlierValue(same, key, save);
    if (earlier !== undefined) {
      const taken = { ...save, text: earlier, before: [{ [key]: save.text }] };
      history.did({
        undo: () => verbs.takeBack(contactId, key, save),
        redo: () => verbs.takeBack(contactId, key, taken),
      });
    }
    if (contactId !== row.peek()?.contactId) return;
    notices.show('field-saved', earlier === undefined ? undefined : () => void history.undo());
  }
  /** Without the code nothing was sent: the text is kept, and tried again when the network is back. */
  function onUnfetched(contactId: string, key: FieldRef) {
    const { save } = edits.peek(contactId, key);
    if (!save) return;
    const failure: Failure = { side: 'highlevel', code: 'unreachable', retryable: true };
    const { text, seen, rowId, cell, before } = save;
    edits.set(contactId, key, { save: undefined, draft: { text, seen, rowId, cell, before, failure } });
    onFailed(contactId, key, failure, save.via);
  }
  const startSyncing = async () => {
    const { createSyncing, verbs: sides } = await parts();
    const given = {
      ...{ calls, section, records, edits, io, same, traits, row, readOnly, describe, onFailed, onSaved },
      labelOf: nameOf,
      customFields: () => directory.customFields.peek(),
      users: computed(() => [...directory.users.value.values()]),
      businesses: options.businesses,
      contact: shown,
      online: options.online,
      mayWrite: computed(() => !readOnly.value && options.online.value && !contact.value.loading),
    };
    return createSyncing(given, sides);
  };
  const syncing = createLateSyncing(startSyncing, onUnfetched);
  const { saver } = syncing;
  const beyond = async () => (await syncing.open()).beyond();
  const verbs = createFields({
    ...{ traits, same, io, records, edits, saver, onFailed },
    currentRow: () => syncing.row.peek() ?? row.peek(),
    isReadOnly: () => readOnly.peek(),
  });

  const shownRow = computed(() => syncing.row.value ?? row.value);
  function view(keys: readonly FieldRef[]): readonly FieldView[] {
    if (!shownRow.value) return [];
    return viewFields({
      ...{ traits, same, io, keys },
      labelOf: nameOf,
      row: shownRow.value,
      contact: shown.value,
      edits: edits.of(shownRow.value.contactId),
      conflicts: syncing.conflicts.value,
      flowing: syncing.flowing.value,
      looks: syncing.looks.value,
      readOnly: readOnly.value,
    });
  }
  const fields = computed(() => {
    const special = [...section.mapped.value, ...edits.of(shownRow.value?.contactId ?? '').keys()].filter(
      (key) => !isStandard(key),
    );
    return view([...fieldKeys, ...new Set(special)]);
  });
  const moreFields = computed(() => {
    const custom = directory.customFields.value.map(({ id }): FieldRef => `custom:${id}`);
    // Without their code nothing can be said of them.
    return syncing.loaded() ? view([...specialRefs, ...custom]) : [];
  });

  const stop = effect(() => {
    // The code is fetched when there is a contact to compare: after the first paint.
    if (shown.value) untracked(() => void syncing.open().catch(() => {}));
  });

  return {
    fields,
    moreFields,
    verbs,
    saver,
    syncing,
    resolveConflict: (...choice) => syncing.loaded()?.resolve(...choice),
    deferConflict: (key) => syncing.loaded()?.defer(key),
    activity: async () => (await beyond()).activity,
    history: async () => (await beyond()).history,
    differences: async () => (await beyond()).drift,
    mapping: once(async () => {
      const { createMapping } = await import('../syncing/mapping.ts');
      return createMapping({ section, directory, traits, businesses: options.businesses });
    }),
    dispose: () => {
      stop();
      syncing.dispose();
    },
  };
}
