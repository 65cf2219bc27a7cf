import { contact } from './en/contact.ts';
import { screens } from './en/screens.ts';
import { status } from './en/status.ts';
import { timeline } from './en/timeline.ts';

/**
 * The panel's messages of the first paint, in English. The type of the other languages requires the same keys.
 * `**` delimits bold text: names in Grist's interface, or emphasis.
 */
export const en = {
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  close: 'Close',
  copy: 'Copy',
  refresh: 'Refresh',
  tryAgain: 'Try again',
  tryNow: 'Try now',
  undo: 'Undo',
  save: 'Save',
  reload: 'Reload',
  someone: 'Someone',
  noName: 'No name',
  lazyFailed: 'This part didn’t load. The panel may have been updated.',

  screens,
  contact,
  timeline,
  status,
};

export type Messages = typeof en;
