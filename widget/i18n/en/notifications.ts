/** Banners, toasts and announcements. */
export const notifications = {
  slowDown: (left: string) => `HighLevel asked us to slow down. Trying again in **${left}**.`,
  usedUp: (when: string) => `Today’s HighLevel API limit is used up. Syncing resumes **${when}**. Your edits are kept.`,
  slowDownSpoken: (seconds: number) => `HighLevel asked us to slow down. Trying again in ${seconds} seconds.`,
  show: 'Show',
  offline: (waiting: number) => {
    if (waiting === 0) return 'You’re offline. What you see may be old.';
    return waiting === 1
      ? 'You’re offline. 1 edit is kept and will be sent when you’re back.'
      : `You’re offline. ${waiting} edits are kept and will be sent when you’re back.`;
  },
  readOnly: 'You can look but not change things here. Ask an editor of this document for access.',
  apart: (row: number, gridRow: number) => `Row ${row}. The grid is on row ${gridRow}.`,
  backToGrid: (gridRow: number) => `Back to row ${gridRow}`,
  unsaved: {
    title: 'Edits that are not saved',
    none: 'Every edit is saved.',
    go: 'Go there',
    tryNow: 'Try now',
    typed: 'Typed, not saved yet.',
    youTyped: (text: string) => `You typed “${text}”.`,
    of: (what: string, name: string) => (name === '' ? what : `${what} of ${name}`),
    kinds: { task: 'Task', note: 'Note', appointment: 'Appointment', contact: 'Contact' },
  },
  down: (who: 'highlevel' | 'proxy', asOf: string) =>
    `**${who === 'highlevel' ? 'HighLevel isn’t responding' : 'Can’t reach the sync service'}.** ${asOf === '' ? 'You see the row’s values.' : `You see what was read at ${asOf}.`} Edits are kept and sent later.`,
  named: (what: string, name: string) => `${what}: ${name}`,
  toasts: {
    'task-completed': 'Task completed',
    'task-reopened': 'Task reopened',
    'field-saved': 'Saved',
    undone: 'Undone',
    redone: 'Redone',
    'not-undone': 'Couldn’t undo',
    'not-redone': 'Couldn’t redo',
    copied: 'Copied',
    linked: 'Linked',
    unlinked: 'Link cleared',
    'contact-created': 'Contact created',
    'contact-deleted': 'Contact deleted',
    'contact-stays': 'Link cleared. The contact stays in HighLevel',
    'row-gone': 'The row was deleted. What you typed is in Settings, under Activity.',
    'last-row': 'Last row',
    'first-row': 'First row',
    'no-open-task': 'No row below has an open task',
    'no-overdue-task': 'No row below has an overdue task',
    'not-moved': 'That row could not be shown. Try again, or click it in the grid.',
    'task-added': 'Task added',
    'task-saved': 'Task saved',
    'task-deleted': 'Task deleted',
    'note-added': 'Note added',
    'note-saved': 'Note saved',
    'note-deleted': 'Note deleted',
    'appointment-added': 'Appointment booked',
    'appointment-saved': 'Appointment saved',
    'appointment-deleted': 'Appointment deleted',
  },
  gridSent: {
    shown: (what: string) => `${what} sent to HighLevel`,
    ofSomeone: (what: string, name: string) => `${what} of ${name} sent to HighLevel`,
    fields: (count: number) => `${count} fields`,
  },
  spoken: {
    contact: (name: string) => `Contact ${name}`,
    saved: 'Saved',
    saveFailed: (why: string) => (why ? `Saving failed: ${why}` : 'Saving failed'),
    taskCompleted: 'Task completed. Press Z to undo',
    taskReopened: 'Task reopened. Press Z to undo',
    entriesShown: (count: number) => (count === 1 ? '1 entry shown' : `${count} entries shown`),
    undone: 'Undone',
  },
};

export type NotificationsMessages = typeof notifications;
