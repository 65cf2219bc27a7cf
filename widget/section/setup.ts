import { readText } from '../../grist/cells.ts';
import type { PageDoc, TableData } from '../../grist/doc.ts';
import { makeTemplate } from '../../grist/make-template.ts';
import { type PageSection, readPages, sectionsOfWidget, sourcesFor } from '../../grist/pages.ts';
import { copySection, followSection, setUpTable } from '../../grist/set-up-table.ts';
import type { Structure, TableChoice } from '../../grist/structure.ts';
import { guessIdColumn } from '../../sync/guess/id-column.ts';
import type { Binding } from '../../sync/mapping.ts';
import { describeColumns } from './bound-columns.ts';
import { columnsToMap, contactIdColumn, othersColumn, tagsColumn } from './columns.ts';
import type { BoundColumn, SetupVerbs, Surroundings } from './port.ts';

interface SetupOptions {
  doc: PageDoc;
  structure: Structure;
  /** The section's table. */
  tableId: () => string;
  /** The widget's address: Grist does not name the section to the widget in it. */
  url?: string;
}

/** Makes the verbs. They are fetched when a document is set up. */
export function createSetupVerbs({ doc, structure, tableId, url = window.location.href }: SetupOptions): SetupVerbs {
  /**
   * The panel's sections of this table. Several pages can have one; those that lack the same are made ready together, since none
   * of them can be told from the others.
   */
  async function read() {
    const [pages, { id: refs }] = await Promise.all([readPages(doc), doc.fetchTable('_grist_Tables_column')]);
    // A column that was removed since is still named in the section's settings.
    const isMapped = ({ custom }: PageSection) => refs.includes(Number(custom?.columnsMapping?.[contactIdColumn]));
    const own = sectionsOfWidget(pages, url).filter((section) => section.tableId === tableId());
    const withSource = (section: PageSection) => ({
      section,
      source: section.source === 0 ? (sourcesFor(pages, section)[0] ?? null) : null,
    });
    const [mapped, unmapped] = [own.filter(isMapped), own.filter((section) => !isMapped(section))];
    return { pages, own, mapped, unmapped, withSource };
  }

  async function look(): Promise<Surroundings> {
    structure.forget();
    const [{ pages, own, mapped, unmapped, withSource }, tables] = await Promise.all([read(), structure.tables()]);
    const [here = own[0]] = unmapped;
    const summaryOf = pages.find((section) => section.tableId === tableId())?.summaryOf ?? null;
    const data = await doc.fetchTable(tableId());
    const columns = describeColumns(await structure.columnsOf(tableId()), data);
    const of = leadsTo(columns, tables);
    const idColumn = findIdColumn(columns, data);
    return {
      tableId: tableId(),
      title: here?.title ?? tableId(),
      rowCount: data.id.length,
      columns,
      idColumn,
      source: here ? withSource(here).source : null,
      isFollowing: here !== undefined && here.source !== 0,
      sibling: mapped[0] ?? null,
      obstacle:
        summaryOf !== null
          ? { kind: 'summary', of: summaryOf }
          : of !== null && idColumn === null
            ? { kind: 'entries', of }
            : null,
    };
  }

  return {
    look,
    async useTable({ columns, options }, idLabel, description) {
      const [{ idColumn, columns: all }, { unmapped, withSource }] = await Promise.all([look(), read()]);
      const setup = { tableId: tableId(), idColumn: idColumn?.colId ?? null, idLabel, idName: contactIdColumn };
      const sections = unmapped.map(withSource);
      await setUpTable(doc, { ...setup, columns: columnsByName(columns, all), options, sections }, description);
      structure.forget();
    },
    async copySibling(description) {
      const { mapped, unmapped, withSource } = await read();
      const [from] = mapped;
      if (from) await copySection(doc, from, unmapped.map(withSource), description);
    },
    async makeTemplate(template, description) {
      const { own, pages } = await read();
      const custom = (own[0] ?? sectionsOfWidget(pages, url)[0])?.custom ?? { url };
      await makeTemplate(doc, template, custom, description);
    },
    async follow(description) {
      const { own, withSource } = await read();
      const [one] = own
        .filter(({ source }) => source === 0)
        .flatMap((section) => {
          const { source } = withSource(section);
          return source ? [{ section, source }] : [];
        });
      if (!one) return false;
      await followSection(doc, one.section, one.source, description);
      return true;
    },
  };
}

/** The table of contacts that a column leads to, as one of tasks or notes does. */
function leadsTo(columns: readonly BoundColumn[], tables: readonly TableChoice[]): string | null {
  const targets = columns.map(({ type }) => /^Ref:(.+)$/.exec(type)?.[1]);
  const holdsIds = ({ columns: all }: TableChoice) => guessIdColumn(all, () => []) !== null;
  return tables.find((table) => targets.includes(table.tableId) && holdsIds(table))?.tableId ?? null;
}

function findIdColumn(columns: readonly BoundColumn[], data: TableData): Surroundings['idColumn'] {
  const found = guessIdColumn(columns, ({ samples }) => samples);
  if (!found) return null;
  const filled = (data[found.colId] ?? []).filter((cell) => readText(cell)?.trim()).length;
  return { colId: found.colId, label: found.label, filled };
}

/** The columns by the panel's names of them; what Grist would not take for a name goes among the others. */
function columnsByName(wanted: readonly Pick<Binding, 'colId' | 'field'>[], columns: readonly BoundColumn[]) {
  const nameOf = ({ colId, field }: Pick<Binding, 'colId' | 'field'>): string => {
    const offered = columnsToMap.find(({ name }) => name === (field === 'tags' ? tagsColumn : field));
    const type = columns.find((column) => column.colId === colId)?.type.split(':')[0] ?? 'Any';
    return offered && (type === 'Any' || offered.type?.split(',').includes(type)) ? offered.name : othersColumn;
  };
  const named = wanted.map((binding) => [nameOf(binding), binding.colId] as const);
  const others = named.filter(([name]) => name === othersColumn).map(([, colId]) => colId);
  return { ...Object.fromEntries(named), ...(others.length > 0 && { [othersColumn]: others }) };
}
