import type { FieldRef } from '../../sync/refs.ts';
import {
  copyOf,
  type Entry,
  type Executor,
  type Ports,
  plansFor,
  type Side,
  type Sight,
  type State,
  sidesOf,
  valuesAt,
} from './contact-world.ts';

/** The base is read first: were it newer than the sides, an old value would look like a change. */
async function read(ports: Ports): Promise<State> {
  const base = await ports.readBase();
  const highlevel = await ports.readHighLevel();
  const rows = await ports.readRows();
  return {
    highlevel: { ...highlevel },
    rows: rows.map((values, at) => ({ values: { ...values }, base: {}, versions: {}, ...base[at] })),
  };
}

/** Writes one field to the given sides in turn, and returns whether all of them have it. */
async function write(ports: Ports, sight: Sight, field: FieldRef, due: readonly Side[], to: string, by: Entry['by']) {
  for (const side of due) {
    const from = valuesAt(sight.now, side)[field] ?? '';
    if (from === to) continue;
    const entry = { field, side, from, to, by };
    await ports.begin(entry);
    if (!(await ports.write(sight, entry))) return false;
  }
  return true;
}

const sightOf = (seen: State): Sight => ({ read: copyOf(seen), now: copyOf(seen) });
const versionIn = (seen: State, row: number, field: FieldRef) => seen.rows[row]?.versions[field] ?? 0;

/** The least that carries a plan out: HighLevel first, then the rows, then what they agree on. */
export const simpleExecutor: Executor = {
  async flow(ports, rules) {
    const seen = await read(ports);
    const plansByField = plansFor(seen, rules);
    // Agreed on late, what both hold now would look like a change once another row's value has been sent.
    for (const [field, plans] of plansByField) {
      for (const [row, plan] of plans) {
        if (plan.kind !== 'same') continue;
        const version = versionIn(seen, row, field);
        await ports.agree(row, field, plan.value, version);
        Object.assign(seen.rows[row]?.versions ?? {}, { [field]: version + 1 });
      }
    }
    for (const [field, plans] of plansByField) {
      const sight = sightOf(seen);
      const flows = plans.flatMap(([row, plan]) =>
        plan.kind === 'to-grist' || plan.kind === 'to-highlevel' ? [{ row, plan }] : [],
      );
      const sent = flows.find(({ plan }) => plan.kind === 'to-highlevel');
      const due = flows.filter(({ plan }) => plan.kind === 'to-grist').map(({ row }) => row);
      const to = sent?.plan.value ?? flows.find(({ plan }) => plan.kind === 'to-grist')?.plan.value ?? '';
      if (!(await write(ports, sight, field, [...(sent ? ['highlevel' as const] : []), ...due], to, 'flow'))) continue;
      for (const { row, plan } of flows) await ports.agree(row, field, plan.value, versionIn(seen, row, field));
    }
  },
  async choose(ports, seen, field, value) {
    if (!(await write(ports, sightOf(seen), field, sidesOf(seen), value, 'choice'))) return;
    for (const row of seen.rows.keys()) await ports.agree(row, field, value, versionIn(seen, row, field));
  },
};
