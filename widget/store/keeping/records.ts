import type { Draft, Edit, Save } from '../fields/edits.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import type { Failure } from '../view.ts';
import type { KeptTick } from './drafts.ts';

/** The form in which edits are kept: another number is another version's. */
export const format = 2;
const lifetime = 30 * 24 * 3_600_000;

/** What is kept, by the kind of its record. */
export type Kept = Edit | KeptTick | EntryDraft;

/** One edit, tick or entry's draft as it is kept. All but `data` is read by every version. */
export interface KeptRecord {
  /** Which document, table and person it belongs to. */
  scope: string;
  /** The page that looks after it: its maker, or one that took it up. */
  holder: string;
  /** The page that made it. */
  maker: string;
  kind: 'edit' | 'tick' | 'entry';
  /** `''` for a tick, which says it in its data. */
  contactId: string;
  /** A field, a task's id, or the name of an entry's draft. */
  key: string;
  /** When its text was made: epoch milliseconds, later for each text of a page. */
  at: number;
  /** What would be lost with it; `''` for a tick. */
  text: string;
  format: number;
  data: Kept;
}

/** What is to be kept by its name, or forgotten (`null`). */
export type Changes = ReadonlyMap<string, KeptRecord | null>;

/** As the database sorts them. */
export type RecordKey = [scope: string, maker: string, kind: string, contactId: string, key: string];

export const keyOf = ({ scope, maker, kind, contactId, key }: KeptRecord): RecordKey => [
  scope,
  maker,
  kind,
  contactId,
  key,
];

export const nameOf = (record: KeptRecord): string => JSON.stringify(keyOf(record));

export const isStale = ({ at }: Pick<KeptRecord, 'at'>, now = Date.now()): boolean => now - at > lifetime;

const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };

/** Whatever the form, the text comes back; without knowing what the person saw, HighLevel's value counts as news. */
function asDraft({ text, data }: KeptRecord): Draft {
  const { rowId = 0 } = (data as Partial<Edit>).save ?? (data as Partial<Edit>).draft ?? {};
  return { text, seen: [], rowId, before: [], failure: interrupted };
}

/** A text that could not be sent waits for the network like one whose request was cut before it left. */
function asSave({ failure: _, ...draft }: Draft): Save {
  return { ...draft, failure: null, stage: 'highlevel', follows: [], id: crypto.randomUUID(), via: 'panel' };
}

/** An edit as another page goes on with it: what was on its way or waited for the network is on its way again. */
export function revive(record: KeptRecord): Edit {
  if (isStale(record) || record.format !== format) return { draft: asDraft(record) };
  const { draft, save } = record.data as Edit;
  if (save) return { ...(draft && { draft }), save: { ...save, failure: null } };
  return draft?.failure?.code === 'unreachable' ? { save: asSave(draft) } : { ...(draft && { draft }) };
}

/** Was HighLevel asked to take it? What its contact held is noted just before. */
export const wasSent = ({ stage, before }: Save): boolean => stage === 'grist' || before.length > 0;
