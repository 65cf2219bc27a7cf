import type { Via } from '../../../panel-api/activity.ts';
import type { Section } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import type { Journal } from '../journal.ts';
import type { Notices } from '../notices.ts';
import type { History } from '../undo.ts';
import type { Failure } from '../view.ts';

/** A row's link before and after. `''`: none. */
export interface Relinking {
  rowId: number;
  from: string;
  to: string;
  /** What people call the contact. */
  name: string;
  /** The contact was made for this row just now. */
  isNew?: boolean;
}

export interface RelinkOptions {
  section: Pick<Section, 'linkRow'>;
  journal: Journal;
  notices: Notices;
  history: History;
}

/** Changes which contact a row holds. Answers why it could not. */
export type Relink = (change: Relinking, via?: Via) => Promise<Failure | null>;

/** The cell may hold anything; the log takes only what can be an id. */
const idFor = ({ from, to }: Relinking) => [to, from].find((id) => /^[\w-]{1,64}$/.test(id)) ?? 'unknown';

/** Makes the one way in which a row gets its contact: told to the log, one undo step of Grist, and taken back like any edit. */
export function createRelink({ section, journal, notices, history }: RelinkOptions): Relink {
  async function relink(change: Relinking, via: Via = 'panel'): Promise<Failure | null> {
    const { rowId, from, to, name } = change;
    const id = crypto.randomUUID();
    try {
      const intent = {
        id,
        contactId: idFor(change),
        rowId,
        act: 'link',
        what: 'contact',
        label: name,
        from,
        to,
        via,
      } as const;
      await journal.begin(intent);
      await section.linkRow(rowId, from, to, `HighLevel panel: ${to === '' ? 'clear the link' : 'link a contact'}`);
      journal.finish(id, 'saved');
    } catch (error) {
      const failure = toFailure(error);
      journal.finish(id, 'refused', failure);
      return failure;
    }
    if (via === 'undo') notices.show('undone');
    else tell(change);
    return null;
  }

  function tell(change: Relinking) {
    const back = { ...change, from: change.to, to: change.from };
    const go = (there: Relinking) => () => {
      void relink(there, 'undo').then((failure) => {
        if (!failure) return;
        notices.show('not-undone');
        notices.announce('save-failed');
      });
    };
    history.did({ undo: go(back), redo: go(change) });
    const code = change.to === '' ? 'unlinked' : change.isNew ? 'contact-created' : 'linked';
    notices.show(code, () => void history.undo());
    notices.announce(code);
  }

  return relink;
}
