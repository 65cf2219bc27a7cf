/** What is told now and then: above a contact, in passing, aloud, and where no entry shows. */
export const news = {
  slowDown: (left: string) => `HighLevel asked us to slow down. Trying again in **${left}**.`,
  usedUp: (when: string) => `HighLevel’s budget for today is used up. It goes on **${when}**. Your edits are kept.`,
  slowDownSpoken: (seconds: number) => `HighLevel asked us to slow down. Trying again in ${seconds} seconds.`,
  show: 'Show',
  offline: (waiting: number) => {
    if (waiting === 0) return 'You’re offline. What you see may be old.';
    return waiting === 1
      ? 'You’re offline. 1 edit is kept and will be sent when you’re back.'
      : `You’re offline. ${waiting} edits are kept and will be sent when you’re back.`;
  },
  readOnly: 'You can look but not change things here. Ask an editor of this document for access.',

  toasts: {
    'task-completed': 'Task completed',
    'task-reopened': 'Task reopened',
    'field-saved': 'Saved',
    undone: 'Undone',
    redone: 'Done again',
    'not-undone': 'Could not be undone',
    'not-redone': 'Could not be done again',
    copied: 'Copied',
    linked: 'Linked',
    unlinked: 'Link cleared',
    'contact-created': 'Contact created',
    'contact-deleted': 'Contact deleted',
    'row-gone': 'The row was deleted. What you typed is in Settings, under Activity.',
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
  spoken: {
    contact: (name: string) => `Contact ${name}`,
    saved: 'Saved',
    saveFailed: (why: string) => (why ? `Saving failed: ${why}` : 'Saving failed'),
    taskCompleted: 'Task completed. Press Z to undo',
    taskReopened: 'Task reopened. Press Z to undo',
    entriesShown: (count: number) => (count === 1 ? '1 entry shown' : `${count} entries shown`),
    undone: 'Undone',
  },

  noHistory: {
    title: 'No history yet',
    text: (name: string) => `Notes, tasks and appointments with ${name} show up here.`,
  },
  noHit: {
    says: { all: 'Nothing says', task: 'No task says', note: 'No note says', appointment: 'No appointment says' },
    open: {
      all: 'Nothing open says',
      task: 'No open task says',
      note: 'No open note says',
      appointment: 'No open appointment says',
    },
    none: { all: 'Nothing here', task: 'No tasks', note: 'No notes', appointment: 'No appointments' },
    noneOpen: {
      all: 'Nothing open',
      task: 'No open tasks',
      note: 'No open notes',
      appointment: 'No open appointments',
    },
    title: (words: string, search: string) => `${words} “${search}”`,
    others: (count: number) => (count === 1 ? 'There is 1 other entry.' : `There are ${count} other entries.`),
    closedHidden: 'What is done or past is hidden.',
    showThem: 'Show them',
    showAll: 'Show all',
  },
};

export type NewsMessages = typeof news;
