import { signal } from '@preact/signals';
import type { EntryTableSettings } from '../../widget/store/views/entry-tables.ts';
import { tables } from './fake-panel-data.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

/** There is no entry table. `change` replaces parts of it. */
export const fakeEntryTables = (verb: Verb, change: Partial<EntryTableSettings> = {}): EntryTableSettings => ({
  tables: signal(tables),
  chosen: signal({}),
  making: signal(null),
  failure: signal(null),
  fill: signal(null),
  create: verb('createEntryTable'),
  choose: verb('chooseEntryTable'),
  join: verb('joinColumn'),
  fillAll: verb('fillAll'),
  stopFilling: verb('stopFilling'),
  ...change,
});
