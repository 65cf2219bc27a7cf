import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryBase, EntryValues } from '../../sync/entries.ts';
import type { ConflictRule, Direction } from '../../sync/merge.ts';
import { planEntries } from '../../sync/plan-entries.ts';
import { runs } from '../helpers/runs.ts';

const text = fc.constantFrom('', 'a', 'b', 'c', 'a\r\nb', 'a\nb');
const values = fc.record({ title: text, done: fc.constantFrom('true', 'false') });
const anyRule = fc.record({
  direction: fc.constantFrom<Direction>('both', 'to-grist', 'to-highlevel'),
  onConflict: fc.constantFrom<ConflictRule>('ask', 'grist', 'highlevel'),
  sendable: fc.constantFrom(new Set(['title', 'done']), new Set(['done'])),
});
const anySides = fc.record({
  base: fc.option(values, { nil: undefined }),
  grist: values,
  highlevel: values,
  lossy: fc.constantFrom<string[]>([], ['title']),
  rule: anyRule,
});
const plain = (said = '') => said.replace(/\r\n/g, '\n');

test('a plan that is carried out leaves the same differences, and replaces only what did not change', () => {
  fc.assert(
    fc.property(anySides, ({ base, grist, highlevel, lossy, rule }) => {
      const planOf = (here: EntryValues, there: EntryValues, known: EntryBase) =>
        planEntries(
          'task',
          {
            entries: [{ id: 't1', values: there, lossy }],
            rows: [{ rowId: 7, id: 't1', values: here }],
            base: known,
            made: new Map(),
          },
          rule,
        );
      const first = planOf(grist, highlevel, new Map(base ? [['t1', base]] : []));
      const toGrist: EntryValues = first.update[0]?.values ?? {};
      const toHighLevel: EntryValues = first.send[0]?.values ?? {};
      const [here, there]: EntryValues[] = [
        { ...grist, ...toGrist },
        { ...highlevel, ...toHighLevel },
      ];
      const agreed = { ...base, ...toGrist, ...toHighLevel, ...first.agree.get('t1') };
      const second = planOf(here ?? {}, there ?? {}, new Map([['t1', agreed]]));
      expect([second.update, second.send, [...second.agree]]).toEqual([[], [], []]);
      expect([second.conflicts, second.differs]).toEqual([first.conflicts, first.differs]);

      const { direction, onConflict, sendable } = rule;
      for (const [key, from] of Object.entries(grist)) {
        if (!(key in toGrist) || onConflict === 'highlevel') continue;
        // A cell that never said anything may be filled in.
        if (base) expect(plain(from)).toBe(plain(base[key as 'title']));
        else expect(['', 'true', 'false']).toContain(from);
      }
      for (const [key, from] of Object.entries(highlevel)) {
        if (!(key in toHighLevel)) continue;
        expect([direction === 'to-grist', sendable.has(key), lossy.includes(key)]).toEqual([false, true, false]);
        if (onConflict !== 'grist') expect(plain(from)).toBe(plain(base?.[key as 'title']));
      }
      if (direction === 'to-highlevel') expect(toGrist).toEqual({});
      for (const [key, value] of [...Object.entries(here ?? {}), ...Object.entries(there ?? {})])
        expect([grist[key as 'title'], highlevel[key as 'title']]).toContain(value);
    }),
    { numRuns: runs(600, 6_000) },
  );
});
