import { contact } from './en/contact.ts';
import { screens } from './en/screens.ts';
import { status } from './en/status.ts';
import { timeline } from './en/timeline.ts';

/**
 * What the panel says, in English. The other languages must have the same keys, checked by their type.
 * `**` around words marks what Grist calls something or what matters most: it is shown in bold.
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
