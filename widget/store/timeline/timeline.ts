import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { EntryKind } from '../../../sync/entries.ts';
import { createLocalClock } from '../../../sync/local-clock.ts';
import type { Row } from '../../section/port.ts';
import type { Records } from '../reading/records.ts';
import type { Shown, TimelinePart, TimelineView } from '../views/timeline.ts';
import { appointmentItem, type Item, matcher, noteItem, taskItem } from './entries.ts';
import { groupEntries } from './groups.ts';
import type { Tasks } from './tasks.ts';

interface TimelineOptions {
  records: ReadonlySignal<Records | null>;
  tasks: Tasks;
  /** The row under the cursor when it is linked to a contact. */
  row: ReadonlySignal<Row | null>;
  readOnly: ReadonlySignal<boolean>;
  /** Overlays what is on its way; the code for it comes when somebody writes. */
  overlay: ReadonlySignal<Overlay | null>;
  now: ReadonlySignal<number>;
  /** The document's IANA zone. */
  timeZone: string;
}

/** What HighLevel confirmed, as it will be when what was sent has arrived. */
export type Overlay = (items: readonly Item[]) => readonly Item[];

const minute = 60_000;
const nothingHeld = { contactId: '', wasOpen: new Map<string, boolean>() };

/** Merges tasks, notes and appointments; each kind is shown as it arrives, whatever becomes of the others. */
export function createTimeline({
  records,
  tasks: ticks,
  row,
  readOnly,
  overlay,
  now,
  timeZone,
}: TimelineOptions): TimelinePart {
  const clock = createLocalClock(timeZone);
  const kind = signal<Shown>('all');
  const openOnly = signal(false);
  const search = signal('');
  // A countdown ticks each second; days and lateness need no more than minutes.
  const time = computed(() => Math.floor(now.value / minute) * minute);

  /** Tasks ticked in the shown list, by whether they were open: they stay where they are, so that nothing moves under the pointer. */
  const held = signal<{ contactId: string; wasOpen: ReadonlyMap<string, boolean> }>(nothingHeld);

  const letGo = () => {
    held.value = nothingHeld;
  };
  row.subscribe((shown) => {
    if (held.peek().contactId !== shown?.contactId) letGo();
  });

  const items = computed((): readonly Item[] => {
    if (records.value === null) return [];
    const { wasOpen } = held.value;
    const { tasks, notes, appointments } = records.value;
    const confirmed = [
      ...(tasks.state.value.data ?? []).map((task) =>
        taskItem(task, ticks.pending.value.get(task.id), wasOpen.get(task.id)),
      ),
      ...(notes.state.value.data ?? []).map(noteItem),
      ...(appointments.state.value.data ?? []).map((appointment) => appointmentItem(appointment, time.value)),
    ];
    return overlay.value?.(confirmed) ?? confirmed;
  });

  const found = computed(() => {
    const matches = matcher(search.value);
    return items.value.filter(({ entry, isOpen }) => (isOpen || !openOnly.value) && matches(entry));
  });

  const counts = computed(() => {
    const counted = { all: found.value.length, task: 0, note: 0, appointment: 0 };
    for (const { entry } of found.value) counted[entry.kind] += 1;
    return counted;
  });

  const view = computed(
    (): TimelineView => ({
      groups: groupEntries(
        found.value.filter(
          ({ entry }) => kind.value === 'all' || kind.value === 'history' || entry.kind === kind.value,
        ),
        time.value,
        clock,
      ),
      counts: counts.value,
      total: items.value.length,
      ...progressOf(records.value),
    }),
  );

  return {
    view,
    kind,
    openOnly,
    search,
    completeTask: (taskId, completed) => {
      const shown = row.peek();
      if (!shown || readOnly.peek()) return;
      const isOpen =
        items.peek().find(({ entry }) => entry.kind === 'task' && entry.id === taskId)?.isOpen ?? !completed;
      held.value = { contactId: shown.contactId, wasOpen: new Map([...held.peek().wasOpen, [taskId, isOpen]]) };
      ticks.complete(shown.contactId, taskId, completed);
    },
    letGo,
    retryTask: ticks.retry,
  };
}

function progressOf(records: Records | null): Pick<TimelineView, 'loading' | 'failures'> {
  if (records === null) return { loading: false, failures: {} };
  const states = {
    task: records.tasks.state.value,
    note: records.notes.state.value,
    appointment: records.appointments.state.value,
  };
  const kinds = Object.keys(states) as EntryKind[];
  const failed = kinds.flatMap((kind): [EntryKind, Failure][] => {
    const { error } = states[kind];
    return error ? [[kind, error]] : [];
  });
  // A fetch that has not begun, because the cursor has just arrived, is on its way all the same.
  const loading = kinds.some((kind) => states[kind].loading || (states[kind].asOf ?? states[kind].error) === undefined);
  return { loading, failures: Object.fromEntries(failed) };
}
