import type { Failure } from '../../../engine/failure.ts';
import type { EntryForm } from '../../../engine/forms.ts';
import { type Operation, operation } from '../../../engine/operation.ts';
import type { FieldRef } from '../../../sync/refs.ts';

/** The form in which operations are kept: another number is another version's. */
export const format = 3;
const lifetime = 30 * 24 * 3_600_000;
/** Our proxy drops the key of a create after 48 hours; an older contact is found again by its e-mail or phone. */
const keyLifetime = 47 * 3_600_000;

/** An operation as it is kept. All but `data` is read by every version. */
export interface KeptRecord {
  /** Which document, table and person it belongs to. */
  scope: string;
  /** The page that looks after it: its maker, or one that took it over. */
  holder: string;
  /** The page that made it. */
  maker: string;
  /** `edit` and `entry` hold what a person typed; of a `tick` nothing would be lost. `contact`: one that is created for a row. */
  kind: 'edit' | 'tick' | 'entry' | 'contact';
  contactId: string;
  /** The operation's id; in older formats a field, a task's id, or a draft's id. */
  key: string;
  /** When its text was made: epoch milliseconds, later for each text of a page. */
  at: number;
  /** What would be lost with it; `''` for a tick. */
  text: string;
  format: number;
  data: unknown;
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

/** What is kept of an operation; `null` for kinds that are not kept beyond the page. */
export function keptOf(kept: Operation): Pick<KeptRecord, 'kind' | 'contactId' | 'key' | 'text'> | null {
  const { id: key } = kept;
  switch (kept.kind) {
    case 'field':
      return { kind: 'edit', contactId: kept.target.contactId, key, text: Object.values(kept.want).join('\n') };
    case 'tick':
      return { kind: 'tick', contactId: kept.target.contactId, key, text: '' };
    case 'entry':
      return { kind: 'entry', contactId: kept.target.contactId, key, text: JSON.stringify(kept.want) };
    case 'new-contact':
      // Before the create is sent there is nothing to go on with.
      return kept.progress && { kind: 'contact', contactId: '', key, text: kept.target.name };
    default:
      return null;
  }
}

const interrupted: Failure = { side: 'highlevel', code: 'interrupted', retryable: true };

/** What another page goes on with. */
export interface Revived {
  operation: Operation;
  /** It was sent: HighLevel is read before it is sent again. */
  isResumed: boolean;
}

/** An operation as another page goes on with it: what was on its way, or waited for the network, is on its way again. */
export function revive(record: KeptRecord): Revived | null {
  const kept = record.format === format ? (record.data as Operation) : fromOlderFormat(record);
  if (!kept || (record.kind === 'tick' && isStale(record))) return null;
  if (record.kind === 'contact' && Date.now() - record.at > keyLifetime) return null;
  // Of an old text it is not known any more what the person saw: HighLevel's value counts as news.
  if (isStale(record)) return { operation: asDraft(kept), isResumed: false };
  if (kept.status !== 'draft') {
    // A create is repeated under its key.
    const isCreate = kept.kind === 'entry' || kept.kind === 'new-contact';
    const isResumed = !isCreate && kept.status === 'sending' && wasSent(kept);
    return { operation: { ...kept, failure: null }, isResumed };
  }
  const isWaiting = kept.failure?.code === 'unreachable';
  return { operation: isWaiting ? { ...kept, status: 'sending', failure: null, log: null } : kept, isResumed: false };
}

/** Was HighLevel asked to take it? What its contact held is noted just before; a tick is sent at once. */
const wasSent = (kept: Operation): boolean => kept.kind === 'tick' || kept.progress !== null;

function asDraft(kept: Operation): Operation {
  const draft = { ...kept, status: 'draft', failure: interrupted, progress: null, log: null } as const;
  return draft.kind === 'field' ? { ...draft, seen: { highlevel: {}, cells: {} } } : draft;
}

/** Whatever the format, the text comes back as a draft. */
function fromOlderFormat({ kind, contactId, key, text, data }: KeptRecord): Operation | null {
  const older = data as { rowId?: number; form?: EntryForm; entryId?: string | null; draft?: object; save?: object };
  const draft = { id: crypto.randomUUID(), origin: 'panel', status: 'draft', failure: interrupted } as const;
  if (kind === 'edit') {
    const { rowId = 0 } = (older.save ?? older.draft ?? {}) as { rowId?: number };
    return operation({
      ...draft,
      kind: 'field',
      target: { contactId, rowId },
      want: { [key as FieldRef]: text },
      seen: { highlevel: {}, cells: {} },
    });
  }
  if (kind === 'tick' || !older.form) return null;
  const { form, entryId = null } = older;
  return operation({
    ...draft,
    kind: 'entry',
    target: { contactId, kind: form.kind, entryId },
    want: form,
    seen: null,
  });
}
