import { signal } from '@preact/signals';
import type { Agreed, AgreedValues, BaseVerbs } from '../../../panel-api/base.ts';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';

export type AgreedFields = ReadonlyMap<FieldRef, Agreed>;

/** A row: two rows that hold one contact agree with HighLevel each for itself. */
export type Place = Pick<Row, 'tableId' | 'rowId' | 'contactId'>;

/** What both sides last agreed on, as far as this panel has read it. Everybody in the document shares it: it lives in the proxy. */
export interface Agreements {
  /** `undefined` until they are read. Reads a signal. */
  of(place: Place): AgreedFields | undefined;
  /** Reads a row's agreements anew. Fails with `HighLevelError`. */
  load(place: Place): Promise<AgreedFields>;
  /**
   * Notes that both sides hold these values now. What somebody else noted since it was read here wins: it is newer. Fails
   * with `HighLevelError`; nothing is lost by that, since equal values are noted whenever they are next seen.
   */
  note(place: Place, values: Values): Promise<void>;
}

/** Rows whose agreements are remembered; those of any other are read again when it is shown. */
const cap = 300;

const nameOf = ({ tableId, rowId }: Place) => `@${tableId}.${rowId}`;
const keyOf = (place: Place) => place.contactId + nameOf(place);

/** Picks out of all that is agreed on a contact what one row agreed on. */
export function agreedBy(place: Place, told: AgreedValues): AgreedFields {
  const own = Object.entries(told).filter(([name]) => name.endsWith(nameOf(place)));
  return new Map(own.map(([name, agreed]) => [name.slice(0, -nameOf(place).length) as FieldRef, agreed]));
}

export function createAgreements(
  verbs: BaseVerbs,
  /** Values are about to be noted, of which everybody hears. */
  onNoting: (contactId: string) => void = () => {},
): Agreements {
  const all = signal<ReadonlyMap<string, AgreedFields>>(new Map());

  function put(place: Place, told: AgreedValues): AgreedFields {
    const key = keyOf(place);
    const known = new Map(all.peek().get(key));
    for (const [field, agreed] of agreedBy(place, told)) {
      if ((known.get(field)?.version ?? 0) <= agreed.version) known.set(field, agreed);
    }
    const next = new Map(all.peek());
    next.delete(key);
    next.set(key, known);
    if (next.size > cap) next.delete([...next.keys()][0] ?? '');
    all.value = next;
    return known;
  }

  function forget(place: Place) {
    const next = new Map(all.peek());
    next.delete(keyOf(place));
    all.value = next;
  }

  const load = async (place: Place) => put(place, await verbs.read(place.contactId));

  return {
    of: (place) => all.value.get(keyOf(place)),
    load,
    async note(place, values) {
      const known = all.peek().get(keyOf(place)) ?? (await load(place));
      const news = (Object.entries(values) as [FieldRef, string][]).filter(
        ([field, value]) => known.get(field)?.value !== value,
      );
      if (news.length === 0) return;
      const versionOf = (field: FieldRef) => known.get(field)?.version ?? 0;
      const named = <T>(told: (field: FieldRef, value: string) => T) =>
        Object.fromEntries(news.map(([field, value]) => [field + nameOf(place), told(field, value)]));
      // Believed at once, so that nothing looks changed until the answer comes; the answer has the last word.
      put(
        place,
        named((field, value) => ({ value, version: versionOf(field) + 1, at: Date.now() })),
      );
      onNoting(place.contactId);
      const asked = named((field, value) => ({ value, version: versionOf(field) }));
      const answer = await verbs.agree(place.contactId, asked).catch((error: unknown) => {
        forget(place);
        throw error;
      });
      put(place, answer);
    },
  };
}
