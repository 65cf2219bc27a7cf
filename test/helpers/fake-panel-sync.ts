import { signal } from '@preact/signals';
import type { DriftStore, DriftView } from '../../widget/store/views/drift.ts';
import type { ActivityStore, MappingStore } from '../../widget/store/views/sync.ts';

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
  copying: signal({ step: 'idle', added: 0, failure: null }),
  watch: () => () => {},
  copy: verb('copy log'),
  older: verb('older'),
  reload: verb('reload'),
  introduce: verb('introduce'),
});

const unchecked: DriftView = {
  ...{ step: 'new', columns: 12, rows: 0, total: 0, done: 0, differing: 0, differences: [], flowing: 0, unlinked: 0 },
  ...{ gone: [], unread: [], repeats: false, failure: null, asOf: null },
};

/** A table that nobody has checked, or one that was as `view` says. */
export const fakeDrift = (verb: Verb, view: Partial<DriftView> = {}): DriftStore => ({
  view: signal({ ...unchecked, ...view }),
  check: verb('check'),
  stop: verb('stop'),
  useGrist: verb('useGrist'),
  useHighLevel: verb('useHighLevel'),
  sendAll: verb('sendAll'),
  showRow: async (rowId) => {
    verb('showRow')(rowId);
    return true;
  },
});

/** A document of which no column goes with a field yet. */
export const fakeMapping = (verb: Verb): MappingStore => ({
  bindings: signal([]),
  freeColumns: signal([]),
  freeFields: signal([]),
  conflictRule: signal('ask'),
  automatic: signal(true),
  change: verb('change'),
  changeType: async (...given) => {
    verb('changeType')(...given);
    return null;
  },
  add: verb('add'),
  remove: verb('remove'),
  guess: () => {
    verb('guess')();
    return [];
  },
  decideBy: verb('decideBy'),
  setAutomatic: verb('setAutomatic'),
});
