import { type Signal, signal } from '@preact/signals';
import type { FieldRef } from '../../sync/refs.ts';
import type { ColumnMap, GristApi, GristMessage } from './api.ts';
import { boundColumns, columnFor, columnsToMap, contactIdColumn } from './columns.ts';
import type { DocumentVerbs } from './document.ts';
import { readAccessLevel, readEnvironment } from './environment.ts';
import { readOptions } from './options.ts';
import type { AccessLevel, Section, SectionState, WidgetOptions } from './port.ts';
import { readRow } from './row.ts';
import { askForToken } from './token.ts';

/** Links by which an empty selection leaves the section without rows; Grist then reports its blank row. */
const filterLink = /^(Filter|Summary|Show-Referenced-Records)/;

/** Joins the panel to Grist: listens to its one stream of messages and offers the verbs of the port. */
export function createSection(grist: GristApi, search: string): Section {
  const environment = readEnvironment(search);
  const state = signal<SectionState>({ kind: 'booting' });
  const options = signal<WidgetOptions>({});
  const mapped = signal<ReadonlySet<FieldRef>>(new Set());
  const changes = signal(0);
  const settingsAsked = signal(0);
  const isFollowing = signal(true);
  let level: AccessLevel = readAccessLevel(search) ?? 'full';
  let link = '';
  let tableId = '';
  let mappingRead: Promise<ColumnMap | null> | null = null;
  let mapping: ColumnMap | null = null;
  let shownRow: number | null = null;
  let announced = 0;
  let accepted = 0;

  const bound = () => boundColumns(mapping, options.peek().sync);

  /** Grist repeats itself: what says nothing new keeps its identity. */
  function show(next: SectionState) {
    replace(state, next);
  }

  /** Below `full` the panel can neither write nor get a token, and with `none` nothing else ever arrives. */
  function followSettings({ settings, options: kept }: GristMessage) {
    level = settings?.accessLevel ?? level;
    // The link flickers through null when the cursor goes to the blank row (measured on Grist 1.7).
    link = settings?.linking?.asTarget ?? link;
    // Grist before 1.7.13 does not report it.
    isFollowing.value = settings?.linking?.asTarget !== null || shownRow === null;
    replace(options, readOptions(kept));
    // What goes with which field may be another by now.
    if (shownRow !== null) followCursor({ rowId: shownRow }).catch(() => {});
    if (level !== 'full') show({ kind: 'no-access', level });
  }

  function withoutRow(isBlankRow: boolean): SectionState {
    return { kind: isBlankRow && !environment.readOnly && !filterLink.test(link) ? 'new-row' : 'no-row' };
  }

  /**
   * Reads what the cursor points at. The reads overlap and may end in any order: one that began before the last that was
   * shown is dropped, so the panel never goes back to an earlier row or an older value.
   */
  async function followCursor(message: GristMessage) {
    const turn = ++announced;
    tableId = message.tableId ?? tableId;
    if (message.mappingsChange || mappingRead === null) mappingRead = grist.sectionApi.mappings();
    mappingRead.catch(() => {
      mappingRead = null;
    });
    const { rowId } = message;
    shownRow = typeof rowId === 'number' ? rowId : null;
    const [chosen, record] = await Promise.all([
      mappingRead,
      typeof rowId === 'number'
        ? grist.docApi.fetchSelectedRecord(rowId, { keepEncoded: true, expandRefs: false })
        : null,
    ]);
    if (turn < accepted || level !== 'full') return;
    accepted = turn;
    mapping = chosen;
    replace(mapped, new Set(bound().keys()));
    if (columnFor(mapping, contactIdColumn) === null) show({ kind: 'unmapped' });
    else if (typeof rowId === 'number' && record)
      show({ kind: 'row', row: readRow(rowId, record, { tableId, mapping, bound: bound() }) });
    else show(withoutRow(rowId === 'new'));
  }

  let verbs: Promise<DocumentVerbs> | null = null;
  const documentVerbs = () => {
    verbs ??= import('./document.ts')
      .then(({ createDocumentVerbs }) =>
        createDocumentVerbs({
          grist,
          environment,
          state,
          options,
          columns: () => ({ tableId, mapping, bound: bound() }),
        }),
      )
      .catch((error: unknown) => {
        verbs = null;
        throw error;
      });
    return verbs;
  };

  if (level !== 'full') show({ kind: 'no-access', level });
  grist.on('message', (message) => {
    if (message.settings) followSettings(message);
    if (message.dataChange) changes.value++;
    if (message.tableId) {
      // A read that Grist refuses leaves what is shown: the access level, sent apart, says why.
      followCursor(message).catch(() => {});
    }
  });
  grist.ready({ requiredAccess: 'full', columns: columnsToMap, onEditOptions: () => settingsAsked.value++ });
  // With the focus in here, undo would otherwise do nothing.
  grist.enableKeyboardShortcuts?.();
  // Needed for the first write only, and there before it: a save must not wait for code.
  documentVerbs().catch(() => {});

  return {
    state,
    environment,
    options,
    mapped,
    changes,
    settingsAsked,
    isFollowing,
    accessToken: () => askForToken(grist),
    docId: () => grist.docApi.getDocName(),
    readRow: async (rowId) => (await documentVerbs()).readRow(rowId),
    writeRow: async (...row) => (await documentVerbs()).writeRow(...row),
    linkRow: async (...link) => (await documentVerbs()).linkRow(...link),
    linkedRows: async (ids) => (await documentVerbs()).linkedRows(ids),
    tasksTable: async () => (await documentVerbs()).tasksTable(),
    tickTask: async (...tick) => (await documentVerbs()).tickTask(...tick),
    tables: async () => (await documentVerbs()).tables(),
    columns: async () => (await documentVerbs()).columns(),
    whole: documentVerbs,
    contactTable: async () => (await documentVerbs()).contactTable(),
    entryTable: async (kind) => (await documentVerbs()).entryTable(kind),
    setOptions: async (wanted) => {
      for (const [name, value] of Object.entries(wanted)) await grist.setOption(name, value);
    },
  };
}

function replace<T>(target: Signal<T>, next: T) {
  const comparable = (value: T) => JSON.stringify(value instanceof Set ? [...value] : value);
  if (comparable(target.peek()) !== comparable(next)) target.value = next;
}
