import type { EntryChanges, EntryRefusal, EntryTable } from '../../grist/entry-table.ts';
import type { EntryBase, EntryValues } from '../../sync/entries.ts';
import { type Failure, resultOf, toFailure } from '../failure.ts';
import type { Ended } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { Intent } from '../state.ts';
import { rowIntents } from './audit.ts';
import { type EntryLook, equalIn } from './look.ts';

/** What one contact's rows of a table are to become. */
function changesOf({ contact, add, plan }: EntryLook): EntryChanges {
  const { contactId, rowIds } = contact;
  return {
    contact: { rowId: rowIds[0] ?? 0, contactId },
    add: add.map(({ id, values }) => ({ id, values })),
    update: [...plan.adopt, ...plan.update.map(({ rowId, values }) => ({ rowId, values }))],
    remove: plan.remove,
  };
}

const isEmpty = ({ add, update, remove }: EntryChanges) => add.length + update.length + remove.length === 0;

/** What both sides hold when the rows are written. */
function heldAfter({ table, add, plan }: EntryLook): EntryBase {
  const held = new Map(plan.agree);
  const put = (id: string, values: EntryValues) => held.set(id, { ...held.get(id), ...values });
  for (const { id, values } of add) {
    // A value without a column is not held.
    put(id, Object.fromEntries(Object.entries(values).filter(([key]) => table.columns[key] !== undefined)));
  }
  for (const { id, values } of [...plan.adopt, ...plan.update]) put(id, values);
  return held;
}

/** Writes one table. Returns why Grist did not take the changes of a contact, by contact. */
async function writeTable(table: EntryTable, looks: readonly EntryLook[], description: string) {
  const changes = looks.map(changesOf).filter((one) => !isEmpty(one));
  if (changes.length === 0) return new Map<string, Failure>();
  const refusals: readonly EntryRefusal[] = await table
    .write(changes, description)
    .catch((error) => changes.map(({ contact: { contactId } }) => ({ contactId, error })));
  return new Map(refusals.map(({ contactId, error }) => [contactId, toFailure(error)]));
}

/**
 * Writes what is due in the rows of many contacts, each table in one bundle, between what the log says before and after, and agrees
 * on what both sides then hold. Returns the looks whose rows Grist did not take, and why. Rejects with `HighLevelError` when the
 * log cannot be written: then nothing was changed.
 */
export async function writeRows(ports: Ports, looks: readonly EntryLook[]): Promise<ReadonlyMap<EntryLook, Failure>> {
  const { log, describe } = ports;
  const intents = new Map<EntryLook, readonly Intent[]>(looks.map((look) => [look, rowIntents(look)]));
  await log.begin([...intents.values()].flat());
  const failures = new Map<EntryLook, Failure>();
  for (const table of new Set(looks.map((look) => look.table))) {
    const own = looks.filter((look) => look.table === table);
    const refused = await writeTable(table, own, describe({ kind: 'entries', of: table.kind }));
    for (const look of own) {
      const { contactId } = look.contact;
      const failure = refused.get(contactId);
      const ended = (intents.get(look) ?? []).map(
        ({ id }): Ended => (failure ? { id, result: resultOf(failure), failure } : { id, result: 'saved' }),
      );
      log.finish(ended, equalIn(ports, table, contactId, failure ? look.plan.agree : heldAfter(look)));
      if (failure) failures.set(look, failure);
    }
  }
  return failures;
}
