// Loaded late in a browser; here it is there before a test ends, with which its environment goes.
import '../../../widget/section/document.ts';
import { vi } from 'vitest';
import type { ColumnMap, GristApi, GristMessage } from '../../../widget/section/api.ts';
import { createSection } from '../../../widget/section/section.ts';
import { createFakePlugin } from '../../helpers/fake-plugin.ts';
import type { AccessRules } from '../../helpers/grist-memory/access.ts';
import type { MemoryBundle } from '../../helpers/grist-memory/document.ts';
import { documentWith, type TablesOf } from '../../helpers/grist-memory/with-tables.ts';

/** Two contacts and one row without any. */
export const contacts = {
  HighLevel_ID: { type: 'Text', cells: ['contactAContactAxyz', ' contactBContactBxyz ', ''] },
  Name: { type: 'Text', cells: ['Ada', 'Bob', 'Nobody'] },
  Phone: { type: 'Text', cells: ['+1555', '', ''] },
  Birthday: { type: 'Date', cells: [654220800, null, null] },
  Labels: { type: 'ChoiceList', cells: [['L', 'vip', 'lead'], null, null] },
};

export const mapping = {
  ContactId: 'HighLevel_ID',
  name: 'Name',
  phone: 'Phone',
  dateOfBirth: 'Birthday',
  Tags: 'Labels',
  email: null,
};

interface FakeGristOptions {
  tables?: TablesOf;
  /** What the document's access rules keep from the person. */
  rules?: AccessRules;
}

/** Grist's side of the plugin API over a document in memory. The section shows the table `Contacts`, its last row first. */
export function createFakeGrist({ tables = {}, rules = {} }: FakeGristOptions = {}) {
  let listener: (message: GristMessage) => void = () => {};
  let mapped: ColumnMap | null = null;
  const document = documentWith({ Contacts: contacts, ...tables });
  const applied: MemoryBundle[] = [];
  const reads: (() => void)[] = [];
  let holds = false;
  const { docApi } = createFakePlugin({
    ...{ document, tableId: 'Contacts', rules },
    onBundle: (bundle) => applied.push(bundle),
    setCursor: () => {},
  });

  const api = {
    ready: vi.fn<GristApi['ready']>(),
    on: (_event, callback) => {
      listener = callback;
    },
    enableKeyboardShortcuts: vi.fn(),
    setOption: vi.fn<GristApi['setOption']>(async () => {}),
    sectionApi: { mappings: vi.fn(async () => mapped) },
    docApi: {
      getDocName: async () => 'xzorDHpEQ7G97fDE5b2WYU',
      getAccessToken: vi.fn<GristApi['docApi']['getAccessToken']>(async () => ({
        token: 'jwt',
        baseUrl: 'https://grist.example.org/o/team/api/docs/xzorDHpEQ7G9',
      })),
      fetchTable: vi.fn(docApi.fetchTable),
      fetchSelectedRecord: vi.fn<GristApi['docApi']['fetchSelectedRecord']>(async (...record) => {
        const answer = await docApi.fetchSelectedRecord(...record);
        if (holds) await new Promise<void>((resolve) => reads.push(resolve));
        return answer;
      }),
      fetchSelectedTable: vi.fn<GristApi['docApi']['fetchSelectedTable']>(async (options) => {
        const columns = Object.entries(await docApi.fetchSelectedTable(options));
        return Object.fromEntries(columns.map(([colId, cells]) => [colId, cells.toReversed()]));
      }),
      applyUserActions: vi.fn(docApi.applyUserActions),
    },
  } satisfies GristApi;

  return {
    api,
    document,
    /** Undo steps of the section, without those that changed nothing. */
    applied: applied as readonly MemoryBundle[],
    open: (search = '?access=full') => createSection(api, search),
    send: (message: GristMessage) => listener(message),
    settings: (accessLevel: 'none' | 'read table' | 'full', asTarget: string | null = null, options = {}) =>
      listener({ options, settings: { accessLevel, linking: { asTarget } } }),
    map: (chosen: ColumnMap | null) => {
      mapped = chosen;
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
