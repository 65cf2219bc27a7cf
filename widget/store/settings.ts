import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TableChoice } from '../../grist/structure.ts';
import type { TasksTable } from '../../grist/tasks-table.ts';
import type { Section } from '../section/port.ts';
import type { SettingsPart } from './views/settings.ts';

const highLevelDomain = 'app.gohighlevel.com';

/** The settings screen. */
export interface Settings extends SettingsPart {
  readonly isOpen: ReadonlySignal<boolean>;
  dispose(): void;
}

/** Reads the document's tables only when a person wants to choose one. `late`: the settings whose code is loaded on demand. */
export function createSettings(
  section: Section,
  late: Pick<SettingsPart, 'entryTables' | 'mapping' | 'setup'>,
): Settings {
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
    ...late,
    isOpen,
    tasksTable,
    tables,
    open,
    close: () => {
      isOpen.value = false;
    },
    chooseTasksTable: (table) => {
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
