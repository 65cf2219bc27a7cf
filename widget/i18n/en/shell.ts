export const shell = {
  slowDown: (left: string) => `HighLevel asked us to slow down. Trying again in **${left}**.`,
  slowDownSpoken: (seconds: number) => `HighLevel asked us to slow down. Trying again in ${seconds} seconds.`,
  show: 'Show',
  offline: (waiting: number) => {
    if (waiting === 0) return 'You’re offline. What you see may be old.';
    return waiting === 1
      ? 'You’re offline. 1 edit is kept and will be sent when you’re back.'
      : `You’re offline. ${waiting} edits are kept and will be sent when you’re back.`;
  },
  readOnly: 'You can look but not change things here. Ask an editor of this document for access.',

  status: {
    offline: 'Offline',
    waiting: (count: number) => (count === 1 ? '1 edit waiting' : `${count} edits waiting`),
    failed: (count: number) => (count === 1 ? '1 edit not saved' : `${count} edits not saved`),
    differs: (count: number) => (count === 1 ? '1 field differs' : `${count} fields differ`),
    asOf: (time: string) => `As of ${time}`,
    loading: 'Loading…',
    upToDate: 'Up to date',
  },
  toasts: {
    'task-completed': 'Task completed',
    'task-reopened': 'Task reopened',
    'field-saved': 'Saved',
    undone: 'Undone',
    copied: 'Copied',
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

  shortcuts: {
    title: 'Keyboard shortcuts',
    text: 'They work while the focus is in this panel and not in a text field.',
    on: 'Single-key shortcuts',
    next: 'Next entry',
    previous: 'Previous entry',
    ends: 'First and last entry',
    tick: 'Complete or reopen the task',
    open: 'Open the entry',
    edit: 'Edit the field',
    search: 'Search the timeline',
    refresh: 'Refresh from HighLevel',
    undo: 'Undo, while the message shows',
    back: 'One step back',
    sheet: 'This list',
  },

  settings: {
    title: 'Settings',
    back: 'Back to the contact',
    connection: 'Connection',
    connected: 'Connected',
    notConnected: 'Not connected',
    tasks: 'Tasks table',
    tasksText: 'When you tick a task here, its row in this Grist table is ticked too.',
    table: 'Table',
    none: 'None: tick in HighLevel alone',
    idColumn: 'Column with the HighLevel task id',
    doneColumn: 'Column with the tick',
    chooseColumn: 'Choose a column',
    columnMissing: 'Choose both columns to use this table.',
    noTables: 'The tables of this document can’t be read.',
    keep: 'To keep these settings for everyone, press **Save** at the top of this section in Grist.',
  },
};
