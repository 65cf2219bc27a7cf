import { vi } from 'vitest';
import type { CellValue, TableData, UserAction } from '../../../grist/doc.ts';
import type { ColumnMap, GristApi, GristMessage } from '../../../widget/section/api.ts';
import { createSection } from '../../../widget/section/section.ts';

interface Column {
  type: string;
  cells: Record<number, CellValue>;
}

/** The section's rows as it shows them: the last first. */
function shownRows(columns: Record<string, Column>): TableData {
  const rowIds = [...new Set(Object.values(columns).flatMap(({ cells }) => Object.keys(cells).map(Number)))].reverse();
  const cells = Object.entries(columns).map(([colId, column]) => [colId, rowIds.map((id) => column.cells[id] ?? null)]);
  return { id: rowIds, ...Object.fromEntries(cells) };
}

/** Grist's side of the plugin API over one table, `Contacts`, and whatever other tables a test gives it. */
export function createFakeGrist({
  columns,
  tables = {},
}: {
  columns: Record<string, Column>;
  tables?: Record<string, TableData>;
}) {
  let listener: (message: GristMessage) => void = () => {};
  let mapping: ColumnMap | null = null;
  const applied: { actions: readonly UserAction[]; desc: string }[] = [];
  const reads: (() => void)[] = [];
  let holds = false;

  const colIds = Object.keys(columns);
  const structure: Record<string, TableData> = {
    _grist_Tables: { id: [1], tableId: ['Contacts'], summarySourceTable: [0] },
    _grist_Tables_column: {
      id: colIds.map((_, index) => index + 1),
      parentId: colIds.map(() => 1),
      colId: colIds,
      label: colIds,
      type: colIds.map((colId) => columns[colId]!.type),
    },
  };

  const api = {
    ready: vi.fn<GristApi['ready']>(),
    on: (_event, callback) => {
      listener = callback;
    },
    enableKeyboardShortcuts: vi.fn(),
    setOption: vi.fn<GristApi['setOption']>(async () => {}),
    sectionApi: { mappings: vi.fn(async () => mapping) },
    docApi: {
      getDocName: async () => 'xzorDHpEQ7G97fDE5b2WYU',
      getAccessToken: vi.fn<GristApi['docApi']['getAccessToken']>(async () => ({
        token: 'jwt',
        baseUrl: 'https://grist.example.org/o/team/api/docs/xzorDHpEQ7G9',
      })),
      fetchTable: vi.fn(async (tableId: string) => {
        const table = tables[tableId] ?? structure[tableId];
        if (!table) throw new Error(`[Sandbox] KeyError '${tableId}'`);
        return table;
      }),
      fetchSelectedRecord: vi.fn<GristApi['docApi']['fetchSelectedRecord']>(async (rowId) => {
        const record = Object.fromEntries(colIds.map((colId) => [colId, columns[colId]!.cells[rowId]]));
        if (holds) await new Promise<void>((resolve) => reads.push(resolve));
        return { id: rowId, ...record };
      }),
      fetchSelectedTable: vi.fn(async () => shownRows(columns)),
      applyUserActions: vi.fn<GristApi['docApi']['applyUserActions']>(async (actions, { desc }) => {
        applied.push({ actions, desc });
      }),
    },
  } satisfies GristApi;

  return {
    api,
    applied,
    columns,
    open: (search = '?access=full') => createSection(api, search),
    send: (message: GristMessage) => listener(message),
    settings: (accessLevel: 'none' | 'read table' | 'full', asTarget: string | null = null, options = {}) =>
      listener({ options, settings: { accessLevel, linking: { asTarget } } }),
    map: (chosen: ColumnMap | null) => {
      mapping = chosen;
    },
    cursor: (rowId: number | 'new' | undefined, mappingsChange = false) =>
      listener({ tableId: 'Contacts', rowId, mappingsChange }),
    /** Reads of records wait until released, in whatever order. */
    hold: () => {
      holds = true;
      return reads;
    },
  };
}

/** Lets all answers that are under way arrive. */
export const arrive = () => new Promise((resolve) => setTimeout(resolve));

/** Two contacts and one row without any. */
export const contacts = (): Record<string, Column> => ({
  HighLevel_ID: { type: 'Text', cells: { 1: 'contactA', 2: ' contactB ', 3: '' } },
  Name: { type: 'Text', cells: { 1: 'Ada', 2: 'Bob', 3: 'Nobody' } },
  Phone: { type: 'Text', cells: { 1: '+1555', 2: '', 3: '' } },
  Birthday: { type: 'Date', cells: { 1: ['d', 654220800], 2: null, 3: null } },
  Labels: { type: 'ChoiceList', cells: { 1: ['L', 'vip', 'lead'], 2: null, 3: null } },
});

export const mapping = {
  ContactId: 'HighLevel_ID',
  name: 'Name',
  phone: 'Phone',
  dateOfBirth: 'Birthday',
  Tags: 'Labels',
  email: null,
};
