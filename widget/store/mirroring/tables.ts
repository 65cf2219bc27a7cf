import { computed, signal } from '@preact/signals';
import type { EntryKind } from '../../../sync/entries.ts';
import type { MirrorTable, Section, TableChoice } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import type { Failure } from '../view.ts';
import type { MirrorTables } from '../views/mirror.ts';
import { createFilling } from './fill.ts';
import type { Mirroring } from './start.ts';

interface MirrorTablesOptions {
  section: Pick<Section, 'options' | 'setOptions' | 'tables' | 'whole'>;
  mirroring: () => Promise<Mirroring>;
  describe: (kind: EntryKind) => string;
}

/** Chooses and makes the tables that mirror entries. What is chosen is kept in the widget's options. */
export function createMirrorTables({ section, mirroring, describe }: MirrorTablesOptions): MirrorTables {
  const tables = signal<readonly TableChoice[] | null>(null);
  const making = signal<EntryKind | null>(null);
  const failure = signal<Failure | null>(null);
  const filling = createFilling(section, mirroring);
  const chosen = computed(() => section.options.value.mirrors ?? {});

  // Where access rules hide what a document is made of, there is nothing to choose from.
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

  async function put(kind: EntryKind, table: MirrorTable | null) {
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
        const table = await (await section.whole()).createMirror(kind, describe(kind));
        await put(kind, table);
        await read();
      }).finally(() => {
        making.value = null;
      });
    },
    choose: (kind, tableId) =>
      void attempt(async () => {
        const table = tables.peek()?.find((choice) => choice.tableId === tableId);
        await put(kind, table ? await (await section.whole()).guessMirror(kind, table) : null);
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
