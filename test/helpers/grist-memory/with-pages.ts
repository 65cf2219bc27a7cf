import type { CellValue } from '../../../grist/doc.ts';
import type { MemoryDocument } from './document.ts';
import { documentWith, type TablesOf } from './with-tables.ts';

/** A section of a page that a test begins with; what is left out is empty. */
export interface SectionOf {
  view?: number;
  kind?: string;
  table: string;
  title?: string;
  source?: number;
  custom?: unknown;
}

const text = (cells: readonly CellValue[]) => ({ type: 'Text', cells });
const integer = (cells: readonly CellValue[]) => ({ type: 'Int', cells });

/** Pages by name; their row ids are counted from 1, as those of sections are. */
export function documentWithPages(
  tables: TablesOf,
  pages: readonly string[],
  sections: readonly SectionOf[],
  layouts: readonly string[] = [],
): MemoryDocument {
  const ids = Object.keys(tables);
  const options = ({ custom }: SectionOf) => (custom ? JSON.stringify({ customView: JSON.stringify(custom) }) : '');
  return documentWith({
    ...tables,
    _grist_Views: { name: text(pages), layoutSpec: text(pages.map((_, at) => layouts[at] ?? '')) },
    _grist_Views_section: {
      tableRef: integer(sections.map(({ table }) => ids.indexOf(table) + 1)),
      parentId: integer(sections.map(({ view = 1 }) => view)),
      parentKey: text(sections.map(({ kind = 'record' }) => kind)),
      title: text(sections.map(({ title = '' }) => title)),
      linkSrcSectionRef: integer(sections.map(({ source = 0 }) => source)),
      linkSrcColRef: integer(sections.map(() => 0)),
      linkTargetColRef: integer(sections.map(() => 0)),
      sortColRefs: text(sections.map(() => '')),
      borderWidth: integer(sections.map(() => 1)),
      defaultWidth: integer(sections.map(() => 100)),
      options: text(sections.map(options)),
    },
    _grist_Views_section_field: { parentId: integer([]), colRef: integer([]), width: integer([]) },
  });
}
