import type { FieldRef } from '../../../sync/refs.ts';
import type { Edits } from '../fields/edits.ts';
import type { Saver } from '../fields/saver.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import type { Tasks } from '../timeline/tasks.ts';
import type { LateWriting } from '../writing/late-writing.ts';
import type { KeptTick } from './drafts.ts';
import type { Holding } from './holding.ts';
import { format, isStale, type KeptRecord, revive, wasSent } from './records.ts';

const fieldOf = ({ key }: KeptRecord) => key as FieldRef;

export interface Stores {
  edits: Edits;
  saver: Saver;
  tasks: Tasks;
  writing: Pick<LateWriting, 'drafts' | 'byContact' | 'resume'>;
}

/** Goes on with what pages left that are gone. */
export interface TakeUp {
  take(records: readonly KeptRecord[]): void;
  /** A field of the contact may have become free for what waits. */
  admit(contactId: string): void;
}

/**
 * What was made first goes on first. A field that has an edit already is left to it: another text for it waits, kept,
 * until the field is free, so two people's or two tabs' texts never become one.
 */
export function createTakeUp({ edits, saver, tasks, writing }: Stores, holding: Holding): TakeUp {
  const waiting = new Map<string, readonly KeptRecord[]>();

  function goOn(record: KeptRecord) {
    const { contactId } = record;
    const key = fieldOf(record);
    holding.adopt(record);
    const edit = revive(record);
    edits.set(contactId, key, edit);
    if (!edit.save) return;
    if (wasSent(edit.save)) void saver.resume(contactId, key);
    else void saver.save(contactId, key);
  }

  function admit(contactId: string) {
    const isFree = (record: KeptRecord) => {
      const { draft, save } = edits.peek(contactId, fieldOf(record));
      return !draft && !save;
    };
    for (let due = waiting.get(contactId)?.find(isFree); due; due = waiting.get(contactId)?.find(isFree)) {
      const record = due;
      const others = waiting.get(contactId)?.filter((other) => other !== record) ?? [];
      if (others.length > 0) waiting.set(contactId, others);
      else waiting.delete(contactId);
      goOn(record);
    }
  }

  function takeTicks(records: readonly KeptRecord[]) {
    const ticks = new Map<string, KeptTick>();
    for (const record of records) {
      holding.adopt(record);
      if (!isStale(record) && !tasks.wishes.peek().has(record.key)) ticks.set(record.key, record.data as KeptTick);
    }
    // What is not taken up is forgotten with this: the wishes that there are.
    holding.keep('tick', '', tasks.wishes.peek());
    void tasks.resume(ticks);
  }

  function takeEntries(records: readonly KeptRecord[]) {
    for (const record of records) {
      holding.adopt(record);
      // Another version's form would be misread; it is kept until it is old.
      if (record.format === format) writing.resume(record.data as EntryDraft);
    }
  }

  return {
    take: (records) => {
      for (const record of records) holding.guard(record);
      const inOrder = records.toSorted((a, b) => a.at - b.at);
      const texts = inOrder.filter(({ kind }) => kind === 'edit');
      for (const record of texts) {
        waiting.set(record.contactId, [...(waiting.get(record.contactId) ?? []), record]);
      }
      for (const contactId of new Set(texts.map((record) => record.contactId))) admit(contactId);
      takeEntries(inOrder.filter(({ kind }) => kind === 'entry'));
      const ticks = inOrder.filter(({ kind }) => kind === 'tick');
      if (ticks.length > 0) takeTicks(ticks);
    },
    admit,
  };
}
