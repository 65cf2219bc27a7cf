import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { BaseVerbs } from '../../../panel-api/base.ts';
import type { EntryKind, EntryRow, EntryValues } from '../../../sync/entries.ts';
import type { MirrorContent, Row, Section } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import type { Journal } from '../journal.ts';
import { createLanes } from '../lanes.ts';
import type { Cache } from '../reading/cache.ts';
import type { Directory } from '../reading/directory.ts';
import type { Records } from '../reading/records.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import type { Tasks } from '../timeline/tasks.ts';
import type { Failure } from '../view.ts';
import type { EntryForm } from '../views/entries.ts';
import { blankForm, differences, missingOf } from '../writing/forms.ts';
import type { Kinds } from '../writing/kinds.ts';
import type { Writing } from '../writing/start.ts';
import { createMirrorMemory } from './memory.ts';
import { createPolls } from './polls.ts';
import { type Linked, type Owed, reconcile } from './reconcile.ts';
import { createRest } from './rest.ts';
import { createSights } from './sight.ts';
import { createTell } from './tell.ts';
import { formWith, mirroredEntry, type Terms } from './values.ts';

/** Keeps the document's tables of entries and HighLevel equal. */
export interface Mirroring {
  /** Something was written to HighLevel. */
  onSent(draft: EntryDraft, id: string | null): void;
  /** The person took HighLevel's values in place of those of the grid. */
  onDiscarded(draft: EntryDraft): void;
  /** Reads a contact's entries and brings their rows in step. Answers what kept it from that. */
  visitAll(linked: Linked): Promise<Failure | null>;
  dispose(): void;
}

export interface MirroringOptions {
  section: Pick<Section, 'options' | 'whole' | 'readRow' | 'environment'>;
  base: BaseVerbs;
  journal: Journal;
  records: Cache<Records>;
  directory: Directory;
  tasks: Pick<Tasks, 'wishes' | 'follow'>;
  drafts: ReadonlySignal<ReadonlyMap<string, EntryDraft>>;
  writing: Writing;
  kinds: Kinds;
  /** The linked row under the cursor. */
  row: ReadonlySignal<Row | null>;
  mayWrite: ReadonlySignal<boolean>;
  describe: (kind: EntryKind) => string;
}

const kindsOfEntry: readonly EntryKind[] = ['task', 'note', 'appointment'];

export function createMirroring(options: MirroringOptions): Mirroring {
  const { section, records, directory, tasks, drafts, writing, kinds, row, mayWrite, describe } = options;
  const memory = createMirrorMemory(options.base);
  const lanes = createLanes();
  const sightOf = createSights();
  /** Entries that were made of rows, until the rows say so. */
  const made = new Map<string, string>();
  const hasRested = createRest();

  const mirrors = () => section.options.peek().mirrors ?? {};
  const isBusy = (id: string) =>
    tasks.wishes.peek().has(id) || [...drafts.peek().values()].some((draft) => draft.entryId === id);
  /** Is the row being made in HighLevel as it stands, or was just that refused? */
  const isInHand = (kind: EntryKind, { rowId }: EntryRow, form: EntryForm) =>
    [...drafts.peek().values()].some(
      (draft) =>
        draft.kind === kind &&
        draft.row?.rowId === rowId &&
        (draft.stage === 'sending' || differences(draft.form, form).length === 0),
    );
  const termsOf = (days: ReadonlySet<string>): Terms => ({
    users: directory.users.peek(),
    calendars: directory.calendars.peek(),
    days,
    timeZone: section.environment.timeZone,
  });

  /** A row that says its entry itself, or that is gone, needs no remembering. */
  function forgetMade(kind: EntryKind, { rows }: MirrorContent) {
    const silent = new Set(rows.filter(({ id }) => id === '').map(({ rowId }) => `${kind} ${rowId}`));
    for (const name of made.keys()) if (name.startsWith(`${kind} `) && !silent.has(name)) made.delete(name);
  }

  /** `isFresh`: HighLevel was asked for the entries this moment. */
  async function look(kind: EntryKind, linked: Linked, content: MirrorContent, isFresh = false) {
    const { contactId } = linked;
    const part = records.peek(contactId) && kinds[kind].part(records.open(contactId));
    const table = mirrors()[kind];
    const terms = termsOf(content.days);
    const entries = () => {
      const { data, error, loading } = part?.state.peek() ?? {};
      return data && !error && !loading ? data.map((thing) => mirroredEntry(thing, terms)) : null;
    };
    if (!table || !entries() || !mayWrite.peek()) return;
    forgetMade(kind, content);
    const formOf = (values: EntryValues) => formWith(blankForm(kind), values, terms);
    const owed = await reconcile({
      ...{ memory, linked, isBusy, description: describe(kind) },
      whole: await section.whole(),
      place: { kind, tableId: table.tableId },
      sight: sightOf({
        ...{ name: `${kind} ${contactId}`, content, entries },
        readContent: async () => (await section.whole()).readMirror(kind, true),
        readEntries: isFresh ? undefined : () => part?.load() ?? Promise.resolve(),
      }),
      tell: createTell(options.journal, kind, linked),
      madeOf: (rowId) => made.get(`${kind} ${rowId}`),
      isComplete: (typed) => {
        const form = formOf(typed.values);
        return form !== null && missingOf(form).length === 0 && hasRested(kind, typed) && !isInHand(kind, typed, form);
      },
    });
    carry(kind, linked, owed, terms);
  }

  function carry(kind: EntryKind, linked: Linked, { send, conflicts, create }: Owed, terms: Terms) {
    const { contactId } = linked;
    const current = (id: string) => {
      const thing = kinds[kind]
        .part(records.open(contactId))
        .state.peek()
        .data?.find((known) => known.id === id);
      return thing ? (kinds[kind].formOf as (of: typeof thing) => EntryForm)(thing) : null;
    };
    for (const { id, values } of send) {
      const { done, ...said } = values;
      if (done !== undefined) tasks.follow(contactId, id, done === 'true');
      const seen = current(id);
      const form = seen && formWith(seen, said, terms);
      if (seen && form && Object.keys(said).length > 0) writing.follow(contactId, id, form, seen);
    }
    for (const { id, values, highlevel } of conflicts) {
      const seen = current(id);
      const form = seen && formWith(seen, values, terms);
      if (seen && form) writing.ask(contactId, id, form, Object.values(highlevel).join('\n'));
    }
    for (const { rowId, values } of create) {
      const form = formWith(blankForm(kind), values, terms);
      if (form) writing.make({ rowId, linked }, form);
    }
  }

  /** Looks at one table; what cannot be read or written now is looked at again with the next poll. */
  const visit = (kind: EntryKind, linked: Linked, content?: MirrorContent, isFresh = false) =>
    lanes
      .run(kind, async () => {
        const found = content ?? (await (await section.whole()).readMirror(kind));
        if (found) await look(kind, linked, found, isFresh);
      })
      .catch(() => memory.forget(linked.contactId));

  async function visitOther(kind: EntryKind, contact: number | string) {
    const linked =
      typeof contact === 'number'
        ? await section.readRow(contact)
        : { rowId: row.peek()?.rowId ?? 0, contactId: contact };
    if (!linked?.contactId) return;
    await kinds[kind].part(records.open(linked.contactId)).load();
    await visit(kind, linked, undefined, true);
  }

  const polls = createPolls({
    read: async (kind) => (await section.whole()).readMirror(kind),
    isDue: () => mayWrite.peek() && row.peek() !== null,
    kinds: () => kindsOfEntry.filter((kind) => mirrors()[kind]),
    onRead: (kind, content, changed) => {
      const shown = row.peek();
      if (shown) void visit(kind, shown, content);
      const others = changed.filter((contact) => contact !== shown?.rowId && contact !== shown?.contactId);
      for (const contact of others) void visitOther(kind, contact).catch(() => {});
    },
  });

  const stops = kindsOfEntry.map((kind) =>
    effect(() => {
      const shown = row.value;
      if (!shown || !section.options.value.mirrors?.[kind] || !mayWrite.value) return;
      const { data } = kinds[kind].part(records.open(shown.contactId)).state.value;
      // When a change has ended its entry is looked at again.
      const isSending = [...drafts.value.values()].some((draft) => draft.kind === kind && draft.stage === 'sending');
      const isTicking = kind === 'task' && [...tasks.wishes.value.values()].some(({ failure }) => !failure);
      if (data && !isSending && !isTicking) untracked(() => void visit(kind, shown));
    }),
  );

  async function visitAll({ rowId, contactId }: Linked): Promise<Failure | null> {
    for (const kind of kindsOfEntry.filter((wanted) => mirrors()[wanted])) {
      const part = kinds[kind].part(records.open(contactId));
      await part.load();
      const { error } = part.state.peek();
      // A contact that HighLevel no longer has owes no rows.
      if (error?.code === 'not-found') return null;
      if (error) return error;
      const found = await lanes
        .run(kind, async () => {
          const content = await (await section.whole()).readMirror(kind);
          if (content) await look(kind, { rowId, contactId }, content, true);
          return null;
        })
        .catch(toFailure);
      if (found) return found;
    }
    return null;
  }

  return {
    visitAll,
    onSent({ kind, row: typed }, id) {
      if (!typed || id === null) return;
      const { linked, rowId } = typed;
      const name = `${kind} ${rowId}`;
      made.set(name, id);
      const change = { contact: linked, add: [], update: [{ rowId, values: {}, id }], remove: [] };
      // Where Grist does not take the id now, the next look at the row gives it.
      void lanes
        .run(kind, async () => (await section.whole()).writeMirror(kind, change, describe(kind)))
        .catch(() => {})
        .then(() => visit(kind, linked));
    },
    onDiscarded(draft) {
      const { kind, contactId, entryId } = draft;
      const table = mirrors()[kind];
      const linked = row.peek();
      if (draft.via !== 'mirror' || !table || entryId === null || linked?.contactId !== contactId) return;
      void lanes
        .run(kind, async () => {
          const content = await (await section.whole()).readMirror(kind);
          const typed = content?.rows.find(({ id }) => id === entryId);
          if (!content || !typed) return;
          // Agreed on as it stands in the grid, HighLevel's value is the newer one and flows there.
          await memory.load(contactId);
          await memory.note(contactId, { kind, tableId: table.tableId }, new Map([[entryId, typed.values]]));
          await look(kind, linked, content);
        })
        .catch(() => memory.forget(contactId));
    },
    dispose: () => {
      polls.stop();
      for (const stop of stops) stop();
    },
  };
}
