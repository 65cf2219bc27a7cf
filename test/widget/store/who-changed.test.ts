import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../panel-api/activity.ts';
import { whoChanged } from '../../../widget/store/syncing/who-changed.ts';

const ama = { userId: 5, highlevelUserId: 'u5', name: 'Ama Boateng' };

const entry = (change: Partial<ActivityEntry>): ActivityEntry => ({
  ...{ id: 'e', at: 1_000, person: ama, contactId: 'c', act: 'field', what: 'city', label: '', from: 'Leeds' },
  ...{ to: 'York', via: 'panel', result: 'saved', reason: '', traceId: '' },
  ...change,
});

const askFor = (value: string, entries: readonly ActivityEntry[]) =>
  (['grist', 'highlevel'] as const).map((side) => whoChanged(entries, side, 'city', (text) => text === value));

const byAma = { name: 'Ama Boateng', at: 1_000 };
const bySomebody = { name: null, at: 1_000 };

test('who typed a value in the panel gave it to both sides', () => {
  expect(askFor('York', [entry({})])).toEqual([byAma, byAma]);
});

test('a value that the log does not know is nobody’s', () => {
  expect(askFor('Hull', [entry({})])).toEqual([null, null]);
});

test('what was written again since is no longer that person’s, although it is the same', () => {
  expect(askFor('York', [entry({ to: 'Hull', at: 2_000 }), entry({})])).toEqual([null, null]);
});

test('entries of other fields say nothing', () => {
  expect(askFor('York', [entry({ what: 'state', to: 'York' }), entry({ act: 'task' })])).toEqual([null, null]);
});

test.each([
  ['half saved, it is in HighLevel alone', { result: 'half' as const }, [null, byAma]],
  ['with another value in the cell, it is in HighLevel alone', { result: 'conflict' as const }, [null, byAma]],
  ['given back, it is nowhere', { result: 'conflict' as const, reason: 'changed' }, [null, null]],
  ['refused, it is nowhere', { result: 'refused' as const }, [null, null]],
  ['under way, it is nowhere yet', { result: null }, [null, null]],
  ['carried from the grid, nobody knows who typed it', { via: 'grid' as const }, [null, bySomebody]],
  ['carried from HighLevel, nobody knows who changed it', { via: 'highlevel' as const }, [bySomebody, null]],
  ['decided in a conflict, it is theirs', { via: 'conflict' as const }, [byAma, byAma]],
])('%s', (_, change, expected) => {
  expect(askFor('York', [entry(change)])).toEqual(expected);
});

test('a person who did not say who they are has no name', () => {
  expect(askFor('York', [entry({ person: { ...ama, name: null } })])).toEqual([bySomebody, bySomebody]);
});
