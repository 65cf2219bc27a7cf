import type { ReadonlySignal } from '@preact/signals';
import type { Report } from '../../engine/execute.ts';
import type { ContactAndRow } from '../../engine/kinds/field.ts';
import type { Operation, OperationOf } from '../../engine/operation.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { Notices } from './notices.ts';
import { contactOf, type Outbox } from './outbox.ts';
import type { TakeBack } from './take-back.ts';
import type { History } from './undo.ts';
import type { Announcement, Toast } from './views/notices.ts';

export interface OperationNoticesOptions {
  outbox: Outbox;
  notices: Notices;
  history: History;
  takeBack: TakeBack;
  /** The contact under the cursor, or `''`. */
  cursorId: ReadonlySignal<string>;
  /** What HighLevel calls a custom field, or `null`. */
  labelOf: (field: FieldRef) => string | null;
}

type Code = Toast['code'] & Announcement['code'];

const entryCode = ({ target, want }: OperationOf<'entry'>) =>
  `${target.kind}-${want === null ? 'deleted' : target.entryId === null ? 'added' : 'saved'}` as const;

/** What is shown of an operation that has ended well; `null` where the panel has said it already, or nothing was done by a person. */
function codeOf(operation: Operation): Code | 'field-saved' | null {
  switch (operation.kind) {
    case 'field':
      return operation.origin === 'panel' || operation.origin === 'conflict' ? 'field-saved' : null;
    case 'follower':
      return 'field-saved';
    case 'entry':
      // What was changed in the grid is taken back there.
      return operation.origin === 'mirror' ? null : entryCode(operation);
    case 'link':
      return operation.want === '' ? 'unlinked' : 'linked';
    case 'new-contact':
      return 'contact-created';
    case 'contact':
      return 'contact-deleted';
    case 'tick':
      return null;
  }
}

/** Says what was sent from the grid without a click. */
export type AnnounceGridSent = (report: Report) => void;

/** Says what became of operations, and makes those of a person ones that can be taken back. */
export function announceOperations({
  outbox,
  notices,
  history,
  takeBack,
  cursorId,
  labelOf,
}: OperationNoticesOptions): AnnounceGridSent {
  const undo = () => void history.undo();

  outbox.onEnd((operation, report) => {
    const { kind, origin } = operation;
    const [left] = report.left;
    if (left && !report.isReplaced) {
      // The screen of a row without a contact says itself why it has none.
      const isOfRow = kind === 'link' || kind === 'new-contact';
      if (!isOfRow || origin === 'undo') notices.announce('save-failed');
      if (left.failure?.code === 'row-gone') notices.show('row-gone');
      // Its field may be out of sight by now.
      if (origin === 'undo') notices.show('not-undone');
      return;
    }
    if (!report.done) return;
    if (origin === 'undo') {
      if (kind === 'field') notices.announce('saved');
      if (kind === 'link' && operation.target.isCreated && !history.isRedo) {
        notices.announce('contact-stays');
        notices.show('contact-stays');
      } else if (kind !== 'tick') notices.show('undone');
      return;
    }
    if (kind === 'field') notices.announce('saved');
    const code = codeOf(operation);
    if (!code) return;
    const canUndo = kind !== 'contact' && (kind !== 'field' || hasEarlier(operation as OperationOf<'field'>, report));
    if (canUndo) takeBack.remember(operation.kind === 'field' ? (report.done as Operation) : operation, report);
    if (code !== 'field-saved') notices.announce(code);
    else if (kind === 'follower') notices.announce('saved');
    const isShown = kind === 'contact' || kind === 'entry' || ['', cursorId.peek()].includes(contactOf(operation));
    if (isShown) notices.show(code, canUndo ? undo : undefined);
  });

  return (report) => {
    const { done, after } = report;
    if (done?.kind !== 'field') return;
    const fields = (Object.keys(done.want) as FieldRef[]).map((key) => ({ key, label: labelOf(key) }));
    const isShown = done.target.contactId === cursorId.peek();
    const sent = { fields, of: isShown ? '' : ((after as ContactAndRow | null)?.contact.name ?? '') };
    const canUndo = hasEarlier(done, { done });
    if (canUndo) takeBack.remember(done, report);
    notices.announce('grid-sent', { sent });
    notices.show('grid-sent', canUndo ? undo : undefined, { sent });
  };
}

/** Is it known what a save replaced? Without that it cannot be taken back. */
function hasEarlier({ want }: OperationOf<'field'>, { done }: { done: Operation | null }): boolean {
  const before = done?.kind === 'field' ? (done.progress?.before ?? []) : [];
  return Object.entries(want).some(([field, text]) =>
    before.some((values) => {
      const value = (values as Record<string, string | undefined>)[field];
      return value !== undefined && value !== text;
    }),
  );
}
