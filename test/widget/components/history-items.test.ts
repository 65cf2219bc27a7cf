import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import { mergeHistory } from '../../../widget/components/timeline/history-items.ts';
import type { Entry } from '../../../widget/store/views/timeline.ts';

const now = 1_000_000;

const line = (id: string, at: number, change: Partial<ActivityEntry> = {}) =>
  ({ id, at, act: 'field', what: 'city', from: 'Leeds', to: 'York', result: 'saved', ...change }) as ActivityEntry;
const entry = (kind: Entry['kind'], id: string, at: number | null) => ({ kind, id, at }) as Entry;
const ids = (lines: readonly ActivityEntry[], entries: readonly Entry[], hasMore = false) =>
  mergeHistory({ lines, entries, now, hasMore }).map(({ id }) => id);

test('items are ordered by time, independent of the order of equal timestamps and repeated responses', () => {
  const stamps = fc.array(fc.constantFrom(1, 2, 3), { maxLength: 30 });
  fc.assert(
    fc.property(stamps, fc.infiniteStream(fc.nat()), (times, shuffles) => {
      const lines = times.flatMap((at, index) => (index % 4 === 0 ? [line(`l${index}`, at)] : []));
      const kinds = ['task', 'note', 'appointment'] as const;
      const entries = times.flatMap((at, index) =>
        index % 4 ? [entry(kinds[(index % 4) - 1]!, `e${index}`, at)] : [],
      );
      const order = ids(lines, entries);
      expect(new Set(order).size).toBe(times.length);
      const moments = mergeHistory({ lines, entries, now, hasMore: false }).map(({ at }) => at);
      expect(moments).toEqual(times.toSorted((one, other) => other - one));
      const mixed = <T>(all: readonly T[]) =>
        [...all, ...all].map((item) => ({ item, by: shuffles.next().value ?? 0 })).sort((a, b) => a.by - b.by);
      expect(
        ids(
          mixed(lines).map(({ item }) => item),
          mixed(entries).map(({ item }) => item),
        ),
      ).toEqual(order);
    }),
  );
});

test('future items, items without a time, and notes that the log lists are left out', () => {
  const added = line('l1', 5, { act: 'note', what: 'n1', from: '', to: 'Called' });
  const entries = [
    entry('note', 'n1', 5),
    entry('note', 'n2', 4),
    entry('task', 't1', now + 1),
    entry('task', 't2', null),
  ];
  expect(ids([added], entries)).toEqual(['l1', 'n2']);
});

test('nothing older than the oldest line is shown while older lines exist', () => {
  const entries = [entry('note', 'old', 3), entry('note', 'new', 7)];
  expect(ids([line('l1', 5)], entries, true)).toEqual(['new', 'l1']);
  expect(ids([line('l1', 5)], entries)).toEqual(['new', 'l1', 'old']);
});
