import { computed, signal } from '@preact/signals';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import type { EntryColumns } from '../../../grist/entry-table.ts';
import type { TableChoice } from '../../../grist/structure.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import type { Section } from '../../section/port.ts';
import type { EntryTableSettings } from '../views/entry-tables.ts';
import type { EntryTables } from './entry-tables.ts';
import { createFilling } from './fill.ts';

interface SettingsOptions {
  section: Pick<Section, 'options' | 'setOptions' | 'tables' | 'whole'>;
  entryTables: () => Promise<EntryTables>;
  describe: (kind: EntryKind) => string;
}

/** Chooses and makes entry tables. What is chosen is kept in the widget's options. */
export function createEntryTableSettings({ section, entryTables, describe }: SettingsOptions): EntryTableSettings {
  const tables = signal<readonly TableChoice[] | null>(null);
  const making = signal<EntryKind | null>(null);
  const failure = signal<Failure | null>(null);
  const filling = createFilling(entryTables);
  const chosen = computed(() => section.options.value.mirrors ?? {});

  // Where access rules hide the document's structure, there is nothing to choose from.
  const read = async () => {
    tables.value = await section.tables().catch(() => []);
  };
  void read();

  async function attempt(work: () => Promise<void>) {
    failure.value = null;
    try {
      await work();
    } catch (error) {
      failure.value = toFailure(error);
    }
  }

  async function put(kind: EntryKind, table: EntryColumns | null) {
    const { [kind]: _, ...others } = chosen.peek();
    const mirrors = table ? { ...others, [kind]: table } : others;
    await section.setOptions({ ...section.options.peek(), mirrors });
  }

  return {
    tables,
    chosen,
    making,
    failure,
    fill: filling.view,
    create: (kind) => {
      if (making.peek()) return;
      making.value = kind;
      void attempt(async () => {
        const table = await (await section.whole()).createEntryTable(kind, describe(kind));
        await put(kind, table);
        await read();
      }).finally(() => {
        making.value = null;
      });
    },
    choose: (kind, tableId) =>
      void attempt(async () => {
        const table = tables.peek()?.find((choice) => choice.tableId === tableId);
        await put(kind, table ? await (await section.whole()).guessEntryTable(kind, table) : null);
      }),
    join: (kind, key, colId) =>
      void attempt(async () => {
        const table = chosen.peek()[kind];
        if (!table) return;
        const { [key]: _, ...others } = table.columns;
        await put(kind, { ...table, columns: colId === '' ? others : { ...others, [key]: colId } });
      }),
    fillAll: () => void filling.run(),
    stopFilling: filling.stop,
  };
}
