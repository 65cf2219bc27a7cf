import type { ReadonlySignal } from '@preact/signals';
import type { TableChoice } from '../../../grist/structure.ts';
import type { TasksTable } from '../../../grist/tasks-table.ts';
import type { EntryTableSettings } from './entry-tables.ts';
import type { SetupStore } from './setup.ts';
import type { MappingStore } from './sync.ts';

/** What an owner chooses for the document. Stores that are loaded late are the same each time. */
export interface SettingsPart {
  open(): void;
  close(): void;
  /** Where this location's HighLevel is opened in a browser, e.g. `app.gohighlevel.com`. */
  readonly domain: ReadonlySignal<string>;
  /** `''` is HighLevel's own. */
  chooseDomain(domain: string): void;
  readonly tasksTable: ReadonlySignal<TasksTable | null>;
  /** `null` until the document's tables are read. */
  readonly tables: ReadonlySignal<readonly TableChoice[] | null>;
  chooseTasksTable(table: TasksTable | null): void;
  entryTables(): Promise<EntryTableSettings>;
  mapping(): Promise<MappingStore>;
  setup(): Promise<SetupStore>;
}
