import { addFollowers, removeFollowers } from '../../highlevel/followers.ts';
import { followed, type Handler } from '../handler.ts';
import { operation } from '../operation.ts';

/** Who follows a contact, as HighLevel answered last; `null` where it has not been read. */
export type FollowersNow = readonly string[] | null;

const applied = (ids: readonly string[], userId: string, wanted: boolean) => [
  ...ids.filter((id) => id !== userId),
  ...(wanted ? [userId] : []),
];

/** Whether a user follows a contact. Only HighLevel has it, and each of its answers is the whole list. */
export const follower: Handler<'follower', FollowersNow> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, { target: { contactId, rowId, userId }, want, seen, origin }) => [
    {
      part: '',
      contactId,
      rowId,
      act: 'field',
      what: 'followers',
      from: seen.join('\n'),
      to: applied(seen, userId, want).join('\n'),
      via: origin,
    },
  ],

  read: async () => null,
  judge: async () => ({ operation: null, refused: new Map() }),
  async write({ highlevel }, { target: { contactId, userId }, want }) {
    const send = want ? addFollowers : removeFollowers;
    return { now: await send(highlevel, contactId, [userId]), refused: new Map() };
  },
  recover: async () => null,
  follow: async () => followed,
  inverse: (op, _, after) =>
    operation({ kind: 'follower', target: op.target, want: !op.want, seen: after ?? [], origin: 'undo' }),
};
