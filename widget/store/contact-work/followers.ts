import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import { operation } from '../../../engine/operation.ts';
import type { Api } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import { readFollowers } from '../../../highlevel/followers.ts';
import type { Row } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { ContactWork, FollowersView } from '../views/contact.ts';

export interface FollowersOptions {
  api: Api;
  outbox: Outbox;
  /** The linked row under the cursor. */
  row: ReadonlySignal<Row | null>;
  contact: () => Contact | undefined;
  isReadOnly: () => boolean;
}

interface Known {
  ids: readonly string[] | null;
  failure: Failure | null;
}

const unknown: Known = { ids: null, failure: null };

const applied = (ids: readonly string[], userId: string, wanted: boolean) => [
  ...ids.filter((id) => id !== userId),
  ...(wanted ? [userId] : []),
];

/** Adds and removes followers. HighLevel's own answers count; its search, which has them first, lags behind. */
export function createFollowers({
  api,
  outbox,
  row,
  contact,
  isReadOnly,
}: FollowersOptions): Pick<ContactWork, 'followers' | 'readFollowers' | 'follow' | 'unfollow'> {
  const known = signal<ReadonlyMap<string, Known>>(new Map());
  const requested = new Set<string>();

  const of = (contactId: string) => known.peek().get(contactId) ?? unknown;
  const put = (contactId: string, change: Partial<Known>) => {
    known.value = new Map(known.peek()).set(contactId, { ...of(contactId), ...change });
  };

  outbox.onEnd(({ kind, target }, { done, left, after }) => {
    if (kind !== 'follower') return;
    if (done && after) put(target.contactId, { ids: after as readonly string[], failure: null });
    const [failed] = left;
    if (!failed) return;
    put(target.contactId, { failure: failed.failure });
    // The list says what failed; there is no text that would have to be kept.
    outbox.drop(failed.id);
  });

  const act = (want: boolean) => (userId: string) => {
    const shown = row.peek();
    if (!shown || isReadOnly()) return;
    const { contactId, rowId } = shown;
    const seen = of(contactId).ids ?? [];
    void outbox.send(
      operation({ kind: 'follower', target: { contactId, rowId, userId }, want, seen, origin: 'panel' }),
    );
  };

  return {
    followers: computed((): FollowersView => {
      const contactId = row.value?.contactId ?? '';
      const changes = [...outbox.all.value.values()].flatMap((one) =>
        one.kind === 'follower' && one.target.contactId === contactId && !one.failure ? [one] : [],
      );
      const { ids, failure } = known.value.get(contactId) ?? unknown;
      const shown = ids && changes.reduce((list, { target, want }) => applied(list, target.userId, want), ids);
      return { ids: shown, saving: changes.length > 0, failure };
    }),
    readFollowers() {
      const shown = contact();
      if (!shown || requested.has(shown.id)) return;
      requested.add(shown.id);
      readFollowers(api, shown).then(
        (ids) => {
          // What was changed meanwhile is newer than any search.
          if (of(shown.id).ids === null) put(shown.id, { ids: ids ?? [] });
        },
        () => requested.delete(shown.id),
      );
    },
    follow: act(true),
    unfollow: act(false),
  };
}
