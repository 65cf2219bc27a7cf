import { signal } from '@preact/signals';
import type { ActivityStore, MappingStore } from '../../widget/store/view-sync.ts';

type Verb = (name: string) => (...given: unknown[]) => void;

/** A log without entries. */
export const fakeActivity = (verb: Verb): ActivityStore => ({
  entries: signal([]),
  more: signal(false),
  loading: signal(false),
  error: signal(null),
  contactId: signal(null),
  search: signal(''),
  problemsOnly: signal(false),
  me: signal(null),
  older: verb('older'),
  reload: verb('reload'),
  introduce: verb('introduce'),
});

/** A document of which no column goes with a field yet. */
export const fakeMapping = (verb: Verb): MappingStore => ({
  bindings: signal([]),
  freeColumns: signal([]),
  freeFields: signal([]),
  conflictRule: signal('ask'),
  automatic: signal(true),
  change: verb('change'),
  add: verb('add'),
  remove: verb('remove'),
  guess: verb('guess'),
  decideBy: verb('decideBy'),
  setAutomatic: verb('setAutomatic'),
});
