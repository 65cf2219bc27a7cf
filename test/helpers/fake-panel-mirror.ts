import { signal } from '@preact/signals';
import type { MirrorTables } from '../../widget/store/views/mirror.ts';
import { tables } from './fake-panel-data.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

/** No table mirrors anything. `change` replaces parts of it. */
export const fakeMirrorTables = (verb: Verb, change: Partial<MirrorTables> = {}): MirrorTables => ({
  tables: signal(tables),
  chosen: signal({}),
  making: signal(null),
  failure: signal(null),
  fill: signal(null),
  create: verb('createMirror'),
  choose: verb('chooseMirror'),
  join: verb('joinMirror'),
  fillAll: verb('fillAll'),
  stopFilling: verb('stopFilling'),
  ...change,
});
