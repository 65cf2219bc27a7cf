import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { type FieldKey, fieldValuesOf } from '../../../sync/fields.ts';
import { runs } from '../../helpers/runs.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const fields: readonly FieldKey[] = ['city', 'source', 'state', 'address1', 'firstName', 'postalCode'];
/** As many deeds as the panel remembers. */
const remembered = 20;
const rounds = runs(5, 50);

/** A small generator of chances that gives the same ones for the same seed. */
function chances(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function sides(bench: Bench) {
  const rows = [1, 2, 3];
  return {
    grist: rows.map((rowId) => bench.grist.row(rowId).values),
    highlevel: await Promise.all(rows.map(async (rowId) => fieldValuesOf(await bench.contact(rowId)))),
  };
}

/** Waits until nothing is on its way or waiting any more. */
const rest = ({ panel }: Bench) =>
  vi.waitFor(
    () => {
      const open = panel.fields.shown.value.filter(({ mark }) => mark === 'saving' || mark === 'failed');
      for (const { key, failure } of open) if (failure?.retryable) panel.fields.retry(key);
      expect(open).toEqual([]);
    },
    { timeout: 120_000, interval: 500 },
  );

test.each([1])('random edits, made and taken back among faults, leave both sides as they were (%i)', async (seed) => {
  const bench = await startPanel();
  const next = chances(seed);
  const before = await sides(bench);
  let edits = 0;

  for (let round = 0; round < rounds; round++) {
    bench.grist.select(1 + (round % 3));
    await pass(1_000);
    for (let count = 0; count < remembered; count++) {
      if (next() < 0.1) {
        const name = (['cut-before', 'cut-after', 'server-error', 'rate-limited'] as const)[Math.floor(next() * 4)]!;
        bench.sandbox.faults.add(name, { times: 1, method: next() < 0.7 ? 'PUT' : 'GET' });
      }
      if (next() < 0.03) bench.grist.refuse('writeRow', 'unknown');
      bench.panel.fields.save(fields[Math.floor(next() * fields.length)]!, `v${++edits}`);
      await pass(300);
      await rest(bench);
    }
    bench.sandbox.faults.clear();
    bench.grist.allow();
    for (let count = 0; count < remembered; count++) {
      if (next() < 0.05) bench.sandbox.faults.add('cut-after', { times: 1, method: 'PUT' });
      expect(bench.panel.notices.undoLast()).toBe(true);
      await pass(300);
      await rest(bench);
    }
    bench.sandbox.faults.clear();
  }

  expect(edits).toBe(rounds * remembered);
  expect(await sides(bench)).toEqual(before);
});

test.each(runs([1], [1, 2, 3]))(
  'taking back what somebody else has changed since writes nothing (%i)',
  async (seed) => {
    const bench = await startPanel();
    const next = chances(seed);
    for (let count = 0; count < 20; count++) {
      const field = fields[Math.floor(next() * fields.length)]!;
      bench.panel.fields.save(field, `mine ${count}`);
      await pass(1_000);
      await updateContact(bench.api, bench.contactIds[1]!, { [field]: `theirs ${count}` });
      bench.requests();
      bench.panel.notices.undoLast();
      await pass(2_000);
      expect((await bench.contact(1))[field as 'city']).toBe(`theirs ${count}`);
      expect(bench.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
      expect(bench.field(field)).toMatchObject({
        mark: 'failed',
        failure: { code: 'changed', theirs: `theirs ${count}` },
      });
      bench.panel.fields.discard(field);
      bench.panel.refresh();
      await pass(1_000);
    }
  },
);
