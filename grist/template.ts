/** What is made for people who begin with nothing: plain data, which `make-template.ts` turns into Grist's actions. */
export interface Template {
  tables: readonly TemplateTable[];
  /** The first section of a page is the table's own grid; a table whose grid no page shows gets no page. */
  pages: readonly TemplatePage[];
}

export interface TemplateTable {
  /** Where the document has a table of this id, the new one gets another. */
  id: string;
  columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  id: string;
  label: string;
  /** Grist's own, e.g. `Text`; `Ref:Contacts` names a table of the template. */
  type: string;
  /** Computed by it. */
  formula?: string;
  /** Grist's widget options, such as choices. */
  options?: Readonly<Record<string, unknown>>;
  /** For a reference: the column of the other table that is shown in its place. */
  shows?: string;
  /** Pixels in the grid. */
  width?: number;
}

export interface TemplatePage {
  name: string;
  /** The table whose grid it shows. */
  table: string;
  /** The column that the grid is sorted by; a minus means descending. */
  sort?: string;
  /** The panel beside the grid. */
  panel?: TemplatePanel;
}

export interface TemplatePanel {
  /** The table whose rows are contacts. */
  table: string;
  /** The column of the grid that leads to a row of it; absent: the grid is of the same table. */
  by?: string;
  title: string;
  /** Columns by the panel's names of columns. */
  columns: Readonly<Record<string, string>>;
  /** The panel's own settings; table ids in them are replaced by the made ones by `optionsFor`. */
  optionsFor?(tableIds: Readonly<Record<string, string>>): Readonly<Record<string, unknown>>;
}
