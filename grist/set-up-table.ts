import { readColumnRefs } from './column-refs.ts';
import { GristError, type PageDoc, type UserAction } from './doc.ts';
import { type PageSection, withCustomView } from './pages.ts';

/** What the panel needs of a table and of its sections. */
export interface TableSetup {
  tableId: string;
  /** The column of contact ids; `null`: it is made, with this name. */
  idColumn: string | null;
  idLabel: string;
  /** By the panel's names of columns, without the contact id. */
  columns: Readonly<Record<string, string | readonly string[]>>;
  /** The name of the column of contact ids. */
  idName: string;
  /** The panel's own settings. */
  options: Readonly<Record<string, unknown>>;
  /** The sections that show the panel, each with the section that it should follow from now on, if any. */
  sections: readonly { section: PageSection; source: PageSection | null }[];
}

/** Maps columns and links sections, as one undo step; answers the column of contact ids. Throws `GristError`. */
export async function setUpTable(doc: PageDoc, setup: TableSetup, description: string): Promise<string> {
  const { tableId, idColumn, idLabel } = setup;
  if (setup.sections.length === 0) throw new GristError('unknown', 'No section shows this widget');
  if (idColumn !== null) {
    await doc.apply(await sectionActions(doc, setup, idColumn), description);
    return idColumn;
  }
  let made = '';
  const column = { label: idLabel, type: 'Text', isFormula: false };
  await doc.applyBoth(
    [['AddVisibleColumn', tableId, 'HighLevel_ID', column]],
    async ([returned]) => {
      made = (returned as { colId: string }).colId;
      return sectionActions(doc, setup, made);
    },
    description,
  );
  return made;
}

async function sectionActions(doc: PageDoc, setup: TableSetup, idColumn: string): Promise<UserAction[]> {
  const refOf = await readColumnRefs(doc);
  const refsOf = (colIds: string | readonly string[]) =>
    typeof colIds === 'string'
      ? (refOf(setup.tableId, colIds) ?? null)
      : colIds.flatMap((colId) => refOf(setup.tableId, colId) ?? []);
  const columns = { ...setup.columns, [setup.idName]: idColumn };
  const columnsMapping = Object.fromEntries(Object.entries(columns).map(([name, colIds]) => [name, refsOf(colIds)]));
  return setup.sections.map(({ section, source }): UserAction => {
    const widgetOptions = { ...section.custom?.widgetOptions, ...setup.options };
    return [
      'UpdateRecord',
      '_grist_Views_section',
      section.id,
      {
        options: withCustomView(section, { columnsMapping, widgetOptions }),
        ...(source && linkTo(source)),
      },
    ];
  });
}

const linkTo = ({ id }: PageSection) => ({ linkSrcSectionRef: id, linkSrcColRef: 0, linkTargetColRef: 0 });

/** Gives sections the columns and settings that another has, each with what it should follow. Throws `GristError`. */
export async function copySection(
  doc: PageDoc,
  { custom }: PageSection,
  sections: TableSetup['sections'],
  description: string,
): Promise<void> {
  const { columnsMapping = null, widgetOptions = null } = custom ?? {};
  const actions = sections.map(({ section, source }): UserAction => {
    const options = withCustomView(section, { columnsMapping, widgetOptions });
    return ['UpdateRecord', '_grist_Views_section', section.id, { options, ...(source && linkTo(source)) }];
  });
  await doc.apply(actions, description);
}

/** Makes a section follow another of its table, row by row. Throws `GristError`. */
export async function followSection(
  doc: PageDoc,
  section: PageSection,
  source: PageSection,
  description: string,
): Promise<void> {
  await doc.apply([['UpdateRecord', '_grist_Views_section', section.id, linkTo(source)]], description);
}
