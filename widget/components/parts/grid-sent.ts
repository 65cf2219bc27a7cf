import type { NotificationsMessages } from '../../i18n/en/notifications.ts';
import type { Messages } from '../../i18n/en.ts';
import type { GridSent } from '../../store/views/notices.ts';
import { labelOf } from '../fields/field-text.ts';

/** Says which fields were sent from the grid, and of whom where that is not in sight. */
export function gridSentText(
  { fields, of }: GridSent,
  { contact }: Pick<Messages, 'contact'>,
  { gridSent }: Pick<NotificationsMessages, 'gridSent'>,
): string {
  const [first] = fields;
  const what = fields.length === 1 && first ? labelOf(first, contact.fields) : gridSent.fields(fields.length);
  return of ? gridSent.ofSomeone(what, of) : gridSent.shown(what);
}
