import { type ReadonlySignal, signal } from '@preact/signals';
import type { Agreed, BaseVerbs } from '../../../highlevel/base.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';

export type AgreedFields = ReadonlyMap<FieldRef, Agreed>;

/** What both sides last agreed on, as far as this panel has read it. Everybody in the document shares it: it lives in the proxy. */
export interface Agreements {
  readonly all: ReadonlySignal<ReadonlyMap<string, AgreedFields>>;
  /** Reads a contact's agreements anew. Fails with `HighLevelError`. */
  load(contactId: string): Promise<AgreedFields>;
  /**
   * Notes that both sides hold these values now. What somebody else noted since it was read here wins: it is newer. Fails
   * with `HighLevelError`; nothing is lost by that, since equal values are noted whenever they are next seen.
   */
  note(contactId: string, values: Values): Promise<void>;
}

/** Contacts whose agreements are remembered; any other is read again when it is shown. */
const cap = 300;

export function createAgreements(verbs: BaseVerbs): Agreements {
  const all = signal<ReadonlyMap<string, AgreedFields>>(new Map());

  function put(contactId: string, fields: Iterable<readonly [FieldRef, Agreed]>): AgreedFields {
    const known = new Map([...(all.peek().get(contactId) ?? [])]);
    for (const [field, agreed] of fields) {
      if ((known.get(field)?.version ?? 0) <= agreed.version) known.set(field, agreed);
    }
    const next = new Map(all.peek());
    next.delete(contactId);
    next.set(contactId, known);
    if (next.size > cap) next.delete([...next.keys()][0] ?? '');
    all.value = next;
    return known;
  }

  const load = async (contactId: string) => put(contactId, entriesOf(await verbs.read(contactId)));

  return {
    all,
    load,
    async note(contactId, values) {
      const known = all.peek().get(contactId) ?? (await load(contactId));
      const news = (Object.entries(values) as [FieldRef, string][]).filter(
        ([field, value]) => known.get(field)?.value !== value,
      );
      if (news.length === 0) return;
      const asked = news.map(([field, value]) => [field, { value, version: known.get(field)?.version ?? 0 }]);
      put(contactId, entriesOf(await verbs.agree(contactId, Object.fromEntries(asked))));
    },
  };
}

const entriesOf = (fields: Readonly<Record<string, Agreed>>) => Object.entries(fields) as [FieldRef, Agreed][];
