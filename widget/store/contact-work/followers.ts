import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import { addFollowers, readFollowers, removeFollowers } from '../../../highlevel/followers.ts';
import type { Via } from '../../../panel-api/activity.ts';
import type { Row } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import { type Journal, resultOf } from '../journal.ts';
import type { Lanes } from '../lanes.ts';
import type { Notices } from '../notices.ts';
import type { History } from '../undo.ts';
import type { ContactWork, FollowersView } from '../views/contact.ts';

export interface FollowersOptions {
  api: Api;
  journal: Journal;
  lanes: Lanes;
  notices: Notices;
  history: History;
  /** The linked row under the cursor. */
  row: ReadonlySignal<Row | null>;
  contact: () => Contact | undefined;
  isReadOnly: () => boolean;
}

interface Change {
  contactId: string;
  rowId: number;
  userId: string;
  verb: 'follow' | 'unfollow';
  via: Via;
}

const unknown: FollowersView = { ids: null, saving: false, failure: null };
const opposite = { follow: 'unfollow', unfollow: 'follow' } as const;

const applied = (ids: readonly string[], { verb, userId }: Change) => [
  ...ids.filter((id) => id !== userId),
  ...(verb === 'follow' ? [userId] : []),
];

/** Adds and removes followers. HighLevel's own answers are believed; its search, which tells them first, is behind. */
export function createFollowers(
  options: FollowersOptions,
): Pick<ContactWork, 'followers' | 'readFollowers' | 'follow' | 'unfollow'> {
  const { api, journal, lanes, notices, history, row, contact, isReadOnly } = options;
  const known = signal<ReadonlyMap<string, FollowersView>>(new Map());
  const underWay = signal<readonly Change[]>([]);
  const asked = new Set<string>();

  const of = (contactId: string) => known.peek().get(contactId) ?? unknown;
  const put = (contactId: string, change: Partial<FollowersView>) => {
    known.value = new Map(known.peek()).set(contactId, { ...of(contactId), ...change });
  };

  function tell(change: Change) {
    const back = { ...change, verb: opposite[change.verb] };
    if (change.via === 'undo') return notices.show('undone');
    history.did({
      undo: () => void run({ ...back, via: 'undo' }),
      redo: () => void run({ ...change, via: 'undo' }),
    });
    notices.announce('saved');
    if (row.peek()?.contactId === change.contactId) notices.show('field-saved', () => void history.undo());
  }

  async function send(change: Change): Promise<void> {
    const { contactId, rowId, userId, verb, via } = change;
    const id = crypto.randomUUID();
    const before = of(contactId).ids ?? [];
    const [from, to] = [before.join('\n'), applied(before, change).join('\n')];
    try {
      await journal.begin({ id, contactId, rowId, act: 'field', what: 'followers', from, to, via });
      const send = verb === 'follow' ? addFollowers : removeFollowers;
      put(contactId, { ids: await send(api, contactId, [userId]), failure: null });
      journal.finish(id, 'saved');
      tell(change);
    } catch (error) {
      const failure = toFailure(error);
      journal.finish(id, resultOf(failure), failure);
      put(contactId, { failure });
      notices.announce('save-failed');
      if (via === 'undo') notices.show('not-undone');
    }
  }

  async function run(change: Change): Promise<void> {
    if (isReadOnly()) return;
    underWay.value = [...underWay.peek(), change];
    await lanes.run(change.contactId, () => send(change));
    underWay.value = underWay.peek().filter((other) => other !== change);
  }

  const act = (verb: Change['verb']) => (userId: string) => {
    const shown = row.peek();
    if (shown) void run({ contactId: shown.contactId, rowId: shown.rowId, userId, verb, via: 'panel' });
  };

  return {
    followers: computed(() => {
      const contactId = row.value?.contactId ?? '';
      const mine = underWay.value.filter((change) => change.contactId === contactId);
      const { ids, failure } = known.value.get(contactId) ?? unknown;
      return { ids: ids && mine.reduce(applied, ids), saving: mine.length > 0, failure };
    }),
    readFollowers() {
      const shown = contact();
      if (!shown || asked.has(shown.id)) return;
      asked.add(shown.id);
      readFollowers(api, shown).then(
        (ids) => {
          // What was changed meanwhile is newer than any search.
          if (of(shown.id).ids === null) put(shown.id, { ids: ids ?? [] });
        },
        () => asked.delete(shown.id),
      );
    },
    follow: act('follow'),
    unfollow: act('unfollow'),
  };
}
