import type { CellValue, GristDoc, TableData } from './doc.ts';

/** The settings that Grist stores of a custom widget, as far as they are read here; the others are kept. */
export interface CustomView {
  url?: string | null;
  widgetDef?: { url?: string | null } | null;
  /** Row ids in Grist's table of columns, by the widget's names of columns. */
  columnsMapping?: Readonly<Record<string, number | readonly number[] | null>> | null;
  widgetOptions?: Readonly<Record<string, unknown>> | null;
}

/** A section ("widget") of a page, as Grist keeps it. */
export interface PageSection {
  id: number;
  /** The page; 0: a table's own view of raw data, or its card. */
  viewId: number;
  pageName: string;
  tableId: string;
  /** The table that a summary table summarises. */
  summaryOf: string | null;
  /** Grist's own, e.g. `record` for a table, `single` for a card, `detail` for a list of cards, `custom`. */
  kind: string;
  /** As Grist names it above the section. */
  title: string;
  /** The section that it follows ("SELECT BY"), and the columns by which. 0: none. */
  source: number;
  sourceColumn: number;
  targetColumn: number;
  isCollapsed: boolean;
  isFiltered: boolean;
  /** Of a custom widget. */
  custom: CustomView | null;
  /** All that Grist stores of it, in its own form. */
  options: Readonly<Record<string, unknown>>;
}

const asText = (cell: CellValue | undefined) => (typeof cell === 'string' ? cell : '');
const asRef = (cell: CellValue | undefined) => (typeof cell === 'number' ? cell : 0);

/** Anyone who edits the document can write these texts: what is no JSON object is an empty one. */
function parseObject(text: unknown): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(String(text || '{}'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The sections that a layout of a page has folded away. */
function collapsedIn(layout: string): readonly number[] {
  const { collapsed } = parseObject(layout);
  return Array.isArray(collapsed) ? collapsed.map((box: { leaf?: unknown }) => Number(box?.leaf)) : [];
}

/** Reads all sections of the document. Throws `GristError`; an access rule can close these tables to a user. */
export async function readPages(doc: GristDoc): Promise<readonly PageSection[]> {
  const [tables, views, sections, filters] = await Promise.all([
    doc.fetchTable('_grist_Tables'),
    doc.fetchTable('_grist_Views'),
    doc.fetchTable('_grist_Views_section'),
    // Grist before 1.2 has no such table.
    doc.fetchTable('_grist_Filters').catch((): TableData => ({ id: [] })),
  ]);
  const tableIds = new Map(tables.id.map((ref, at) => [ref, asText(tables.tableId?.[at])]));
  const summaries = new Map(tables.id.map((ref, at) => [ref, asRef(tables.summarySourceTable?.[at])]));
  const names = new Map(views.id.map((ref, at) => [ref, asText(views.name?.[at])]));
  const collapsed = new Set(views.layoutSpec?.flatMap((spec) => collapsedIn(asText(spec))));
  const filtered = new Set(filters.id.flatMap((_, at) => (filters.filter?.[at] ? [filters.viewSectionRef?.[at]] : [])));
  return sections.id.map((id, at) => {
    const cell = (name: string) => sections[name]?.[at];
    const tableRef = asRef(cell('tableRef'));
    const tableId = tableIds.get(tableRef) ?? '';
    const options = parseObject(cell('options'));
    const kind = asText(cell('parentKey'));
    const viewId = asRef(cell('parentId'));
    return {
      id,
      viewId,
      pageName: names.get(viewId) ?? '',
      tableId,
      summaryOf: tableIds.get(summaries.get(tableRef) ?? 0) ?? null,
      kind,
      title: asText(cell('title')) || tableId.replaceAll('_', ' ').toUpperCase(),
      source: asRef(cell('linkSrcSectionRef')),
      sourceColumn: asRef(cell('linkSrcColRef')),
      targetColumn: asRef(cell('linkTargetColRef')),
      isCollapsed: collapsed.has(id),
      isFiltered: filtered.has(id),
      custom: kind === 'custom' ? (parseObject(options.customView) as CustomView) : null,
      options,
    };
  });
}

/** The address without what Grist appends to it. */
const placeOf = (url: string | null | undefined) => {
  const parsed = URL.canParse(url ?? '') ? new URL(url ?? '') : null;
  return parsed && `${parsed.origin}${parsed.pathname.replace(/\/(index\.html)?$/, '')}`;
};

/** The sections that show the widget of this address. Grist does not name the section to the widget in it. */
export function sectionsOfWidget(sections: readonly PageSection[], url: string): readonly PageSection[] {
  const place = placeOf(url);
  return sections.filter(
    ({ custom }) => custom && place !== null && [custom.url, custom.widgetDef?.url].map(placeOf).includes(place),
  );
}

/** The section's settings with a changed part of the widget's, as Grist stores them: JSON inside JSON. */
export function withCustomView({ options, custom }: PageSection, change: CustomView): string {
  return JSON.stringify({ ...options, customView: JSON.stringify({ ...custom, ...change }) });
}

/** Sections that have a cursor, best first: a table is where users move. */
const withCursor = ['record', 'detail', 'single'];

/** The sections of its page that a section can follow from row to row: those of its own table. */
export function sourcesFor(sections: readonly PageSection[], own: PageSection): readonly PageSection[] {
  const rank = ({ kind, isCollapsed }: PageSection) => withCursor.indexOf(kind) + (isCollapsed ? withCursor.length : 0);
  return sections
    .filter(({ viewId, tableId, kind }) => {
      return viewId === own.viewId && tableId === own.tableId && withCursor.includes(kind);
    })
    .sort((one, other) => rank(one) - rank(other));
}
