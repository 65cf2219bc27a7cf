import type { Frame, FrameLocator, JSHandle, Page } from 'playwright-core';

export interface Grist {
  page: Page;
  /** The widget's frame, for locators. */
  panel: FrameLocator;
  /** The widget's frame, for evaluating; it is another one after Grist rebuilt the section. */
  panelFrame(): Promise<Frame>;
  /** Clicks a row of the contacts by its number, counted from 1; it has to be in view. */
  selectRow(row: number): Promise<void>;
  /** Puts the cursor anywhere; `'new'` is the blank row at the end. */
  moveTo(row: number | 'new'): Promise<void>;
  /** The row under the cursor. */
  currentRow(): Promise<number | 'new'>;
  /** What a cell holds; the table's grid need not be open. */
  cell(table: string, row: number, column: string): Promise<unknown>;
  /** All cells of a column. */
  column(table: string, column: string): Promise<unknown[]>;
  /** The row that holds a value, or 0. */
  findRow(table: string, column: string, value: string): Promise<number>;
  /** Makes a change as another part of Grist would. */
  apply(...actions: readonly unknown[][]): Promise<void>;
  /** Grist's Python engine starts after the rows are seen; writes wait for it. */
  whenEngineReady(): Promise<void>;
  /** All that was asked of the engine is done. */
  whenIdle(): Promise<void>;
  openPage(name: string): Promise<void>;
  /** Back to where the document opens: its first page, at the first row. */
  openStart(): Promise<void>;
}

/** The parts of Grist's page that tests look into. */
export interface GristDoc {
  docData: {
    fetchTable(table: string): Promise<void>;
    getTable(table: string): {
      getValue(row: number, column: string): unknown;
      findRow(column: string, value: unknown): number;
      getColValues(column: string): readonly unknown[];
    };
  };
  docComm: {
    applyUserActions(actions: unknown): Promise<unknown>;
    /** The latest changes of the document, oldest first. */
    getActionSummaries(): Promise<{ actions: readonly { actionNum: number; actionHash: string }[] }>;
    applyUserActionsById(numbers: number[], hashes: string[], undo: boolean): Promise<unknown>;
  };
  /** A widget's options that nobody saved are in the page alone, until they are reverted. */
  docModel: { viewSections: { getRowModel(id: number): { activeCustomOptions: { revert(): void } } } };
  activeViewId: { get(): unknown };
  openDocPage(view: number): Promise<void>;
  cursorPosition: { get(): { rowId: number | 'new' } };
  moveToCursorPos(position: { sectionId: number; rowId: number | 'new' }): Promise<void>;
}
interface GristWindow {
  gristApp: { comm: { hasActiveRequests(): boolean } };
  gristDocPageModel?: { gristDoc: { get(): GristDoc | null } };
}

/** The first page and its grid, as Grist numbered them when the document was built. */
const contactsPage = 2;
const contactsGrid = 4;
const rowNumbers = `.test-viewlayout-section-${contactsGrid} .gridview_data_row_num`;

/** Grist's own hold on the document, for evaluating. */
export const gristDocOf = (page: Page): Promise<JSHandle<GristDoc>> =>
  page.waitForFunction(() => (window as unknown as GristWindow).gristDocPageModel?.gristDoc.get()) as Promise<
    JSHandle<GristDoc>
  >;

/** Opens Grist's page and waits for its rows. */
export async function openGristPage(page: Page, url: string): Promise<Grist> {
  await page.goto(url);
  await page.locator(rowNumbers).first().waitFor();
  const gristDoc = () => gristDocOf(page);
  const apply = async (...actions: readonly unknown[][]) => {
    await (await gristDoc()).evaluate((doc, list) => doc.docComm.applyUserActions(list), actions);
  };
  const frameElement = page.locator('iframe.custom_view');

  return {
    page,
    panel: frameElement.contentFrame(),
    async panelFrame() {
      const frame = await (await frameElement.elementHandle())?.contentFrame();
      if (!frame) throw new Error('The page has no widget.');
      return frame;
    },
    async selectRow(row) {
      const number = page.locator(rowNumbers).filter({ hasText: new RegExp(`^${row}$`) });
      await number.locator('xpath=..').locator('.field').first().click();
    },
    moveTo: async (rowId) => {
      const position = { sectionId: contactsGrid, rowId };
      await (await gristDoc()).evaluate((doc, to) => doc.moveToCursorPos(to), position);
    },
    currentRow: async () => (await gristDoc()).evaluate((doc) => doc.cursorPosition.get().rowId),
    cell: async (table, row, column) =>
      (await gristDoc()).evaluate(
        async (doc, at) => {
          await doc.docData.fetchTable(at.table);
          return doc.docData.getTable(at.table).getValue(at.row, at.column);
        },
        { table, row, column },
      ),
    column: async (table, column) =>
      (await gristDoc()).evaluate(
        async (doc, at) => {
          await doc.docData.fetchTable(at.table);
          return [...doc.docData.getTable(at.table).getColValues(at.column)];
        },
        { table, column },
      ),
    findRow: async (table, column, value) =>
      (await gristDoc()).evaluate(
        async (doc, wanted) => {
          await doc.docData.fetchTable(wanted.table);
          return doc.docData.getTable(wanted.table).findRow(wanted.column, wanted.value);
        },
        { table, column, value },
      ),
    apply,
    // It changes nothing and adds no step to undo.
    whenEngineReady: () => apply(['Calculate']),
    async whenIdle() {
      await page.waitForFunction(() => !(window as unknown as GristWindow).gristApp.comm.hasActiveRequests());
    },
    async openPage(name) {
      await page.locator('.test-docpage-label', { hasText: name }).click();
    },
    async openStart() {
      await (await gristDoc()).evaluate(
        async (doc, { view, sectionId }) => {
          if (doc.activeViewId.get() !== view) await doc.openDocPage(view);
          await doc.moveToCursorPos({ sectionId, rowId: 1 });
        },
        { view: contactsPage, sectionId: contactsGrid },
      );
    },
  };
}
