import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TableChoice } from '../../grist/structure.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { Section } from '../section/port.ts';

const highLevelDomain = 'app.gohighlevel.com';

/** The settings screen: where the document keeps its tasks. */
export interface Settings {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly tasksTable: ReadonlySignal<TasksTable | null>;
  readonly tables: ReadonlySignal<readonly TableChoice[] | null>;
  open(): void;
  close(): void;
  choose(table: TasksTable | null): void;
  readonly domain: ReadonlySignal<string>;
  chooseDomain(domain: string): void;
  dispose(): void;
}

/** Reads the document's tables only when somebody wants to choose one. */
export function createSettings(section: Section): Settings {
  const isOpen = signal(false);
  const tasksTable = signal<TasksTable | null>(null);
  const tables = signal<readonly TableChoice[] | null>(null);

  async function read() {
    // Where access rules hide what a document is made of, there is nothing to choose from.
    tables.value = await section.tables().catch(() => []);
    tasksTable.value = await section.tasksTable();
  }

  const open = () => {
    isOpen.value = true;
  };

  const stops = [
    effect(() => {
      // Grist sends the options again after a choice, its own Revert included.
      section.options.value;
      if (isOpen.value) read();
    }),
    effect(() => {
      if (section.settingsAsked.value > 0) open();
    }),
  ];

  return {
    isOpen,
    tasksTable,
    tables,
    open,
    close: () => {
      isOpen.value = false;
    },
    choose: (table) => {
      tasksTable.value = table;
      section.setOptions({ ...section.options.peek(), tasksTable: table }).catch(read);
    },
    domain: computed(() => section.options.value.domain || highLevelDomain),
    chooseDomain: (domain) => {
      section.setOptions({ ...section.options.peek(), domain }).catch(read);
    },
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
