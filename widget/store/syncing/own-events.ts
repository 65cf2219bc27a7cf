import type { SyncState } from '../../../engine/state.ts';

/** What the proxy publishes events about. */
export type Topic = 'base' | 'activity';

/** Recognises the proxy's events that only repeat what this page did itself. */
export interface OwnEvents {
  /** The same state, with its events expected. */
  watch(state: SyncState): SyncState;
  /** Is an event this page's own? Each is its own once. */
  isOwn(topic: Topic, contactId: string): boolean;
}

/** Milliseconds after which an event that was lost is no longer expected. */
const patience = 5_000;
/** Intents whose contact is remembered until they end. */
const cap = 500;

export function createOwnEvents(): OwnEvents {
  const due = new Map<string, number[]>();
  const begun = new Map<string, string>();
  const left = (name: string) => (due.get(name) ?? []).filter((until) => until > Date.now());
  const keep = (name: string, times: number[]) => void (times.length > 0 ? due.set(name, times) : due.delete(name));

  function expect(topic: Topic, contactIds: Iterable<string>) {
    for (const contactId of new Set(contactIds)) {
      const name = `${topic} ${contactId}`;
      keep(name, [...left(name), Date.now() + patience]);
    }
  }

  return {
    watch: (state) => ({
      ...state,
      agree: (agreements) => {
        expect(
          'base',
          agreements.map(({ contactId }) => contactId),
        );
        return state.agree(agreements);
      },
      begin: (intents) => {
        for (const { id, contactId } of intents) begun.set(id, contactId);
        for (const id of [...begun.keys()].slice(0, -cap)) begun.delete(id);
        return state.begin(intents);
      },
      finish: (outcomes, agreements = [], release) => {
        expect(
          'activity',
          outcomes.flatMap(({ id }) => begun.get(id) ?? []),
        );
        expect(
          'base',
          agreements.map(({ contactId }) => contactId),
        );
        for (const { id } of outcomes) begun.delete(id);
        return state.finish(outcomes, agreements, release);
      },
    }),
    isOwn: (topic, contactId) => {
      const name = `${topic} ${contactId}`;
      const [first, ...others] = left(name);
      keep(name, others);
      return first !== undefined;
    },
  };
}
