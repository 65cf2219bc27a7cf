import { currency, locale, mapping, mirrors, type Table, tables, timeZone } from './tables.ts';

type UserAction = readonly unknown[];

/** The parts of Grist that this file needs. */
export interface Grist {
  /** Runs user actions as one bundle and returns the result of each. */
  apply(actions: readonly UserAction[]): Promise<unknown[]>;
  /** Reads one of Grist's own tables. */
  readMeta(tableId: string): Promise<readonly Record<string, unknown>[]>;
}

/** One of our tables with the row ids that Grist assigned to the table, its page, its grid and its columns. */
interface MadeTable {
  table: Table;
  ref: number;
  view: number;
  grid: number;
  columns: ReadonlyMap<string, number>;
}

/** Creates the demo's tables, pages, layout and column mapping in an empty document, without rows and the widget's address. */
export async function buildDocument(grist: Grist): Promise<void> {
  const made = await makeTables(grist);
  const [contacts] = made;
  if (!contacts) throw new Error('The demo has no tables.');
  await grist.apply(made.flatMap((each) => showReferences(each, contacts)));
  const fields = await grist.readMeta('_grist_Views_section_field');
  await grist.apply(made.flatMap((each) => [...setWidths(each, fields), ...setSort(each)]));
  await placePanel(grist, contacts);
}

async function makeTables(grist: Grist): Promise<MadeTable[]> {
  const results = (await grist.apply(tables.map(addTable))) as {
    id: number;
    views: [{ id: number; sections: [number] }];
  }[];
  await grist.apply([
    ['RemoveTable', 'Table1'],
    ['UpdateRecord', '_grist_DocInfo', 1, { timezone: timeZone, documentSettings: JSON.stringify(settings) }],
  ]);
  const columns = await grist.readMeta('_grist_Tables_column');
  return results.map(({ id, views: [view] }, index) => ({
    table: tables[index] as Table,
    ref: id,
    view: view.id,
    grid: view.sections[0],
    columns: new Map(
      columns.filter(({ parentId }) => parentId === id).map((column) => [column.colId as string, column.id as number]),
    ),
  }));
}

const settings = { locale, currency, engine: 'python3' };

const addTable = ({ id, columns }: Table): UserAction => [
  'AddTable',
  id,
  columns.map(({ id, label, type, formula = '', options = {} }) => ({
    id,
    label,
    type,
    formula,
    isFormula: formula !== '',
    widgetOptions: JSON.stringify(options),
  })),
];

/** Shows references by the name of the referenced row. */
const showReferences = ({ table, columns }: MadeTable, target: MadeTable): UserAction[] =>
  table.columns.flatMap(({ id, shows }) =>
    shows
      ? [
          ['UpdateRecord', '_grist_Tables_column', columns.get(id), { visibleCol: target.columns.get(shows) }],
          ['SetDisplayFormula', table.id, null, columns.get(id), `$${id}.${shows}`],
        ]
      : [],
  );

const setWidths = ({ table, grid, columns }: MadeTable, fields: readonly Record<string, unknown>[]): UserAction[] =>
  table.columns.map(({ id, width }) => {
    const field = fields.find(({ parentId, colRef }) => parentId === grid && colRef === columns.get(id));
    return ['UpdateRecord', '_grist_Views_section_field', field?.id, { width }];
  });

function setSort({ table: { sort }, grid, columns }: MadeTable): UserAction[] {
  if (!sort) return [];
  const column = columns.get(sort.replace('-', '')) ?? 0;
  const sortColRefs = JSON.stringify([sort.startsWith('-') ? -column : column]);
  return [['UpdateRecord', '_grist_Views_section', grid, { sortColRefs }]];
}

/** Places the panel to the right of the contacts and links it to their cursor. */
async function placePanel(grist: Grist, { ref, view, grid, columns }: MadeTable): Promise<void> {
  const [added] = (await grist.apply([['CreateViewSection', ref, view, 'custom', null, null]])) as [
    { sectionRef: number },
  ];
  const layout = {
    children: [
      {
        children: [
          { leaf: grid, size: 64 },
          { leaf: added.sectionRef, size: 36 },
        ],
      },
    ],
  };
  const customView = {
    mode: 'url',
    url: '',
    widgetDef: null,
    access: 'full',
    pluginId: '',
    sectionId: '',
    renderAfterReady: false,
    widgetOptions: { mirrors },
    columnsMapping: Object.fromEntries(Object.entries(mapping).map(([name, colId]) => [name, columns.get(colId)])),
  };
  const linked = { linkSrcSectionRef: grid, linkSrcColRef: 0, linkTargetColRef: 0 };
  // Grist stores a widget's settings as JSON inside JSON.
  const options = JSON.stringify({ customView: JSON.stringify(customView) });
  await grist.apply([
    ['UpdateRecord', '_grist_Views_section', added.sectionRef, { title: 'HighLevel', ...linked, options }],
    ['UpdateRecord', '_grist_Views', view, { layoutSpec: JSON.stringify(layout) }],
  ]);
}
