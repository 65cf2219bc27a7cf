import { followed, type Handler } from '../handler.ts';
import { operation } from '../operation.ts';

/** The cell may hold anything; the log takes only what can be an id. */
const idFor = (...ids: readonly string[]) => ids.find((id) => /^[\w-]{1,64}$/.test(id)) ?? 'unknown';

/** The contact of a row: only Grist has it, so there is no other side to follow. */
export const link: Handler<'link', 'linked'> = {
  parts: () => [''],
  only: (op) => op,

  lines: async (_, { target: { rowId, name }, want, seen, origin }) => [
    {
      part: '',
      contactId: idFor(want, seen),
      rowId,
      act: 'link',
      what: 'contact',
      label: name,
      from: seen,
      to: want,
      via: origin,
    },
  ],

  read: async () => 'linked',
  judge: async () => ({ operation: null, refused: new Map() }),
  async write(ports, { target: { rowId }, want, seen }) {
    await ports.contacts.link(rowId, seen, want, ports.describe({ kind: 'link', linked: want !== '' }));
    return { now: 'linked', refused: new Map() };
  },
  recover: async () => null,
  follow: async () => followed,
  inverse: (op) => operation({ kind: 'link', target: op.target, want: op.seen, seen: op.want, origin: 'undo' }),
};
