import type { Operation } from '../../../engine/operation.ts';
import { type Outbox, slotsOf } from '../outbox.ts';
import { type KeptRecord, revive } from './record.ts';
import type { WriteBehind } from './write-behind.ts';

/** Goes on with what pages left that are gone. */
export interface Restore {
  take(records: readonly KeptRecord[]): void;
  /** A field of the contact may have become free for what waits. */
  resumeNext(contactId: string): void;
}

/**
 * What was made first goes on first. A field that has an operation already is left to it: another text for it waits, kept, until
 * the field is free, so texts of two people or two tabs never become one.
 */
export function createRestore(outbox: Outbox, kept: WriteBehind): Restore {
  const waiting = new Map<string, readonly KeptRecord[]>();

  function goOn(record: KeptRecord) {
    const revived = revive(record);
    if (!revived) return kept.forget(record);
    const { operation, isResumed } = revived;
    kept.adopt(record, operation);
    if (operation.status === 'draft') outbox.put(operation);
    else void outbox.send(operation, { isResumed });
  }

  function isFree(record: KeptRecord): boolean {
    const own = revive(record)?.operation;
    if (!own || own.kind === 'entry') return true;
    const slots = new Set(slotsOf(own));
    return ![...outbox.all.peek().values()].some((one: Operation) => slotsOf(one).some((slot) => slots.has(slot)));
  }

  function resumeNext(contactId: string) {
    for (let due = waiting.get(contactId)?.find(isFree); due; due = waiting.get(contactId)?.find(isFree)) {
      const record = due;
      const others = waiting.get(contactId)?.filter((other) => other !== record) ?? [];
      if (others.length > 0) waiting.set(contactId, others);
      else waiting.delete(contactId);
      goOn(record);
    }
  }

  return {
    take: (records) => {
      for (const record of records) kept.guard(record);
      for (const record of records.toSorted((a, b) => a.at - b.at)) {
        // A tick is one of two states: the newer one is what the person wants.
        if (record.kind === 'tick' && !isFree(record)) kept.forget(record);
        else waiting.set(record.contactId, [...(waiting.get(record.contactId) ?? []), record]);
      }
      for (const contactId of new Set(records.map((record) => record.contactId))) resumeNext(contactId);
    },
    resumeNext,
  };
}
