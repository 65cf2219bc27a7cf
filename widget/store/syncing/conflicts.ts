import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ActivityEntry, ActivityVerbs } from '../../../panel-api/activity.ts';
import type { Same } from '../../../sync/cells.ts';
import type { RowPlan } from '../../../sync/plan.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import type { ConflictView } from '../views/sync.ts';
import type { ShownBase } from './shown-base.ts';
import { whoChanged } from './who-changed.ts';

/** Milliseconds until the outcome of a save that ended in the conflict is in the log, too. */
const settled = 300;
/** Entries of one contact that are searched for who changed a value. */
const searched = 200;

interface ConflictsOptions {
  row: ReadonlySignal<Row | null>;
  plan: ReadonlySignal<RowPlan['fields']>;
  base: Pick<ShownBase, 'agreed'>;
  same: Same;
  activity: Pick<ActivityVerbs, 'list'>;
}

/** What of the shown row waits for a person, with what the log knows of who changed it. */
export function createConflicts({ row, plan, base, same, activity }: ConflictsOptions) {
  const deferred = signal<ReadonlySet<string>>(new Set());
  const known = signal<{ contactId: string; entries: readonly ActivityEntry[] }>({ contactId: '', entries: [] });
  const told = signal(0);
  const placeOf = (field: FieldRef) => `${row.value?.contactId} ${field}`;

  /** Changes when there is another conflict than before; then the log may know more. */
  const question = computed(() => {
    const fields = [...plan.value].filter(([, { kind }]) => kind === 'conflict');
    return fields.length > 0 ? JSON.stringify([row.value?.contactId, fields]) : '';
  });
  function ask(asked: string, contactId: string) {
    activity.list({ contactId, limit: searched }).then(
      ({ entries }) => {
        if (question.peek() === asked) known.value = { contactId, entries };
      },
      // Nobody is named then.
      () => {},
    );
  }
  const stop = effect(() => {
    told.value;
    const asked = question.value;
    const contactId = untracked(() => row.value?.contactId);
    if (asked === '' || !contactId) return;
    const timer = setTimeout(ask, settled, asked, contactId);
    return () => clearTimeout(timer);
  });

  const conflicts = computed((): ReadonlyMap<FieldRef, ConflictView> => {
    const shown = row.value;
    const agreed = base.agreed.value;
    const entries = known.value.contactId === shown?.contactId ? known.value.entries : [];
    const views = [...plan.value].flatMap(([field, outcome]): [FieldRef, ConflictView][] => {
      if (outcome.kind !== 'conflict') return [];
      const { grist, highlevel } = outcome;
      const last = agreed?.get(field);
      const before = last && outcome.before !== undefined ? { value: last.value, at: last.at } : null;
      const by = (side: 'grist' | 'highlevel') =>
        whoChanged(entries, side, field, (text) => same(field, text, outcome[side]));
      const sides = { before, grist, highlevel, gristBy: by('grist'), highlevelBy: by('highlevel') };
      return [[field, { ...sides, deferred: deferred.value.has(placeOf(field)) }]];
    });
    return new Map(views);
  });

  return {
    conflicts,
    defer: (field: FieldRef) => {
      deferred.value = new Set([...deferred.peek(), untracked(() => placeOf(field))]);
    },
    /** The log has grown: it may know more. */
    look: () => void told.value++,
    stop,
  };
}
