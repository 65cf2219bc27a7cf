import { type RefOf, readColumnRefs } from './column-refs.ts';
import { GristError, type PageDoc, type TableData, type UserAction } from './doc.ts';
import type { CustomView } from './pages.ts';
import type { Template, TemplateColumn, TemplatePanel, TemplateTable } from './template.ts';

/** What Grist returns of `AddTable`. */
interface MadeTable {
  id: number;
  table_id: string;
  views: readonly { id: number; sections: readonly number[] }[];
}

/** The table ids that are made of those of a template, none of which the document has. */
function freeTableIds(template: Template, taken: readonly unknown[]): Readonly<Record<string, string>> {
  const known = new Set(taken.map((id) => String(id).toLowerCase()));
  return Object.fromEntries(
    template.tables.map(({ id }) => {
      let free = id;
      for (let number = 2; known.has(free.toLowerCase()); number++) free = `${id}${number}`;
      known.add(free.toLowerCase());
      return [id, free];
    }),
  );
}

const renamed = (type: string, ids: Readonly<Record<string, string>>) =>
  type.replace(/^(Ref|RefList):(.+)$/, (_, kind: string, id: string) => `${kind}:${ids[id] ?? id}`);

/** The first bundle: the tables. Grist numbers them, their pages and columns, so all else follows from what it returns. */
function tableActions(template: Template, ids: Readonly<Record<string, string>>): UserAction[] {
  const columnOf = ({ id, label, type, formula = '', options = {} }: TemplateColumn) => ({
    ...{ id, label, type: renamed(type, ids), formula, isFormula: formula !== '' },
    widgetOptions: JSON.stringify(options),
  });
  return template.tables.map(({ id, columns }) => ['AddTable', ids[id], columns.map(columnOf)]);
}

export interface WiringFacts {
  ids: Readonly<Record<string, string>>;
  made: readonly MadeTable[];
  refOf: RefOf;
  /** Grist's tables of sections and of the columns that a section shows. */
  sections: TableData;
  fields: TableData;
  /** Whose copies the panels are. */
  widget: CustomView;
}

/** The second bundle: shown names of references, widths, sorting, pages, and the panels with what they follow. */
function wiringActions(template: Template, facts: WiringFacts): UserAction[] {
  const madeOf = new Map(template.tables.map(({ id }, at) => [id, facts.made[at]]));
  // Grist refuses a number that is taken, and with it the whole bundle: nothing of anyone else's can be overwritten.
  const firstPanel = Math.max(0, ...facts.sections.id) + 1;
  const pages = template.pages.flatMap((page, at): UserAction[] => {
    const view = madeOf.get(page.table)?.views[0];
    const grid = view?.sections[0];
    if (!view || grid === undefined) throw new GristError('unknown', `Grist made no page for ${page.table}`);
    const { panel, name, sort } = page;
    const sorting = sort === undefined ? [] : [sortedBy(page.table, sort, grid, facts)];
    if (!panel) return [...sorting, ['UpdateRecord', '_grist_Views', view.id, { name }]];
    const id = firstPanel + at;
    const tableRef = madeOf.get(panel.table)?.id;
    const layoutSpec = JSON.stringify({ children: [{ children: [leaf(grid, 62), leaf(id, 38)] }] });
    return [
      ...sorting,
      [
        'AddRecord',
        '_grist_Views_section',
        id,
        { tableRef, parentId: view.id, ...panelOf(page.table, panel, grid, facts) },
      ],
      ['UpdateRecord', '_grist_Views', view.id, { name, layoutSpec }],
    ];
  });
  const paged = new Set(template.pages.map(({ table }) => table));
  const withoutPage = template.tables.flatMap(({ id }) => (paged.has(id) ? [] : (madeOf.get(id)?.views ?? [])));
  return [
    ...template.tables.flatMap((table) => columnActions(table, madeOf.get(table.id), facts)),
    ...pages,
    ...withoutPage.map(({ id }): UserAction => ['RemoveRecord', '_grist_Views', id]),
  ];
}

const leaf = (id: number, size: number) => ({ leaf: id, size });

function sortedBy(table: string, sort: string, grid: number, { ids, refOf }: WiringFacts): UserAction {
  const ref = refOf(ids[table] ?? table, sort.replace('-', '')) ?? 0;
  const sortColRefs = JSON.stringify([sort.startsWith('-') ? -ref : ref]);
  return ['UpdateRecord', '_grist_Views_section', grid, { sortColRefs }];
}

/** A section with the panel, which follows the grid. */
function panelOf(table: string, panel: TemplatePanel, grid: number, { ids, refOf, widget }: WiringFacts) {
  const contacts = ids[panel.table] ?? panel.table;
  const columnsMapping = Object.fromEntries(
    Object.entries(panel.columns).map(([name, colId]) => [name, refOf(contacts, colId) ?? null]),
  );
  const customView = { ...widget, access: 'full', columnsMapping, widgetOptions: panel.optionsFor?.(ids) ?? {} };
  return {
    ...{ parentKey: 'custom', title: panel.title, borderWidth: 1, defaultWidth: 100 },
    linkSrcSectionRef: grid,
    linkSrcColRef: panel.by === undefined ? 0 : (refOf(ids[table] ?? table, panel.by) ?? 0),
    options: JSON.stringify({ customView: JSON.stringify(customView) }),
  };
}

function columnActions({ id, columns }: TemplateTable, made: MadeTable | undefined, facts: WiringFacts): UserAction[] {
  const { ids, refOf, fields } = facts;
  const tableId = ids[id] ?? id;
  const grid = made?.views[0]?.sections[0];
  return columns.flatMap(({ id: colId, type, shows, width }): UserAction[] => {
    const ref = refOf(tableId, colId);
    const field = fields.id.find((_, at) => fields.parentId?.[at] === grid && fields.colRef?.[at] === ref);
    const target = renamed(type, ids).split(':')[1];
    const shown = shows === undefined || target === undefined ? undefined : refOf(target, shows);
    return [
      ...(shown === undefined
        ? []
        : ([
            ['UpdateRecord', '_grist_Tables_column', ref, { visibleCol: shown }],
            ['SetDisplayFormula', tableId, null, ref, `$${colId}.${shows}`],
          ] as UserAction[])),
      ...(field === undefined || width === undefined
        ? []
        : ([['UpdateRecord', '_grist_Views_section_field', field, { width }]] as UserAction[])),
    ];
  });
}

/**
 * Makes a template's tables, pages and linked panels in a document; undo in Grist takes back all of it at once. Answers the names
 * of its pages. Throws `GristError`; nothing is left then, as far as Grist allows that.
 */
export async function makeTemplate(
  doc: PageDoc,
  template: Template,
  widget: CustomView,
  description: string,
): Promise<void> {
  const { tableId: taken = [] } = await doc.fetchTable('_grist_Tables');
  const ids = freeTableIds(template, taken);
  let made: readonly MadeTable[] = [];
  const wiring = async (returned: readonly unknown[]) => {
    made = returned as readonly MadeTable[];
    const [refOf, sections, fields] = await Promise.all([
      readColumnRefs(doc),
      doc.fetchTable('_grist_Views_section'),
      doc.fetchTable('_grist_Views_section_field'),
    ]);
    return wiringActions(template, { ids, made, refOf, sections, fields, widget });
  };
  try {
    await doc.applyBoth(tableActions(template, ids), wiring, description);
  } catch (error) {
    const left = made.map(({ table_id: tableId }): UserAction => ['RemoveTable', tableId]);
    if (left.length > 0) await doc.apply(left, description).catch(() => {});
    throw error;
  }
}
