import { beforeEach, expect, test, vi } from 'vitest';
import { getContact, updateContact } from '../../../highlevel/contacts.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { type FieldKey, fieldValuesOf } from '../../../sync/fields.ts';
import { createFakeTable } from '../../helpers/fake-table.ts';
import { runs } from '../../helpers/runs.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';
import { createTestState } from '../../helpers/state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const contacts = 20;
const minutes = 5;
const fields: readonly FieldKey[] = ['city', 'source', 'state', 'address1'];

/** A small generator of chances that gives the same ones for the same seed. */
function chances(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return { next, pick };
}

async function start() {
  const sandbox = createSandbox({ contacts: 50 });
  const memory = await createTestState();
  const first = await startPanel({ sandbox, memory, linked: contacts });
  const table = createFakeTable(
    Object.fromEntries(Array.from({ length: contacts }, (_, index) => [index + 1, first.grist.row(index + 1)])),
  );
  first.panel.dispose();
  const ann = await startPanel({ sandbox, memory, table, linked: contacts, docId: 'doc-ann' });
  const bob = await startPanel({ sandbox, memory, table, linked: contacts, docId: 'doc-bob' });
  return { sandbox, memory, table, ann, bob };
}

/** Shows each row and decides whatever waits for a decision, until nothing does. */
async function settleAll(bench: Bench) {
  for (let rowId = 1; rowId <= contacts; rowId++) {
    bench.grist.select(rowId);
    await pass(1_000);
    bench.panel.refresh();
    await pass(1_000);
    for (const { key, conflict, mark, failure } of bench.panel.fields.shown.value) {
      if (conflict || mark === 'differs') bench.panel.fields.resolve(key, 'grist', false);
      else if (failure?.code === 'changed') bench.panel.fields.overwrite(key);
      else if (failure) bench.panel.fields.retry(key);
    }
    await pass(1_000);
  }
}

async function differences({ ann, table }: Awaited<ReturnType<typeof start>>): Promise<string[]> {
  const found: string[] = [];
  for (const [rowId, row] of table.rows) {
    const there = fieldValuesOf(await ann.contact(rowId));
    for (const field of fields) if (row.values[field] !== there[field]) found.push(`${rowId} ${field}`);
  }
  return found;
}

test.each(runs([1], [1, 2, 3, 4]))(
  'five minutes of edits by two panels and a third hand, with faults, end equal and are all in the log (%i)',
  async (seed) => {
    const all = await start();
    const { sandbox, memory, ann, bob } = all;
    const { next, pick } = chances(seed);
    const typed: { contactId: string; field: FieldKey; text: string }[] = [];
    /** Written by hands that tell no log: in HighLevel, and in the grid. */
    const elsewhere: typeof typed = [];
    let count = 0;

    for (let passed = 0; passed < minutes * 60_000; passed += 1_500) {
      const bench = next() < 0.5 ? ann : bob;
      const act = next();
      const rowId = 1 + Math.floor(next() * contacts);
      const contactId = ann.contactIds[rowId] ?? '';
      const field = pick(fields);
      const text = `${pick(['Bath', 'Leeds', 'York', 'Kisumu'])} ${++count}`;
      if (act < 0.35) {
        bench.grist.select(rowId);
      } else if (act < 0.7) {
        const shown = bench.panel.row.value;
        if (shown && bench.panel.contact.value.data?.id === shown.contactId) {
          bench.panel.fields.save(field, text);
          typed.push({ contactId: shown.contactId, field, text });
        }
      } else if (act < 0.8) {
        // Its retries need the clock that is turned below.
        const write = { contactId, field, text };
        void updateContact(ann.api, contactId, { [field]: text }).then(
          () => elsewhere.push(write),
          () => {},
        );
      } else if (act < 0.9) {
        bench.grist.change(rowId, { values: { [field]: text } });
        elsewhere.push({ contactId, field, text });
      } else {
        const name = pick(['cut-before', 'cut-after', 'server-error', 'latency'] as const);
        sandbox.faults.add(name, { times: 2, ...(name === 'latency' && { ms: 800 }) });
      }
      await pass(1_500);
    }

    sandbox.faults.clear();
    await pass(60_000);
    for (let round = 0; round < 2; round++) {
      await settleAll(ann);
      await settleAll(bob);
    }
    expect(await differences(all)).toEqual([]);
    // So says the product's own check.
    const check = await ann.panel.differences();
    check.check();
    await vi.waitFor(() => expect(check.view.value.step).toBe('done'), { timeout: 120_000, interval: 500 });
    expect(check.view.value.differences).toEqual([]);

    // What was typed in a panel is in the log, whatever became of it.
    const told = new Set(memory.entries().map(({ contactId, what, to }) => `${contactId} ${what} ${to}`));
    expect(typed.length).toBeGreaterThan(20);
    expect(typed.filter(({ contactId, field, text }) => !told.has(`${contactId} ${field} ${text}`))).toEqual([]);
    // What other hands wrote is there, or was seen by whoever replaced it.
    const seen = new Set(
      memory
        .entries()
        .flatMap(({ contactId, what, from, to }) => [from, to].map((text) => `${contactId} ${what} ${text}`)),
    );
    const isThere = async ({ contactId, field, text }: (typeof typed)[number]) =>
      (await getContact(ann.api, contactId))[field] === text;
    const unseen = elsewhere.filter(({ contactId, field, text }, index) => {
      const isReplaced = elsewhere
        .slice(index + 1)
        .some((later) => later.contactId === contactId && later.field === field);
      return !isReplaced && !seen.has(`${contactId} ${field} ${text}`);
    });
    const lost = await Promise.all(unseen.map(async (write) => ((await isThere(write)) ? [] : [write])));
    expect(lost.flat()).toEqual([]);
    // Nothing is left whose end nobody knows.
    expect(memory.entries().filter(({ result }) => result === null)).toEqual([]);
  },
);
