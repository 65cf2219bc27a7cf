/** Words of the entry tables. */
export const entryTables = {
  title: 'Tables of entries',
  text: 'Rows of a table can stand for what HighLevel keeps about your contacts. What is read or written here reaches the rows; what you type in the grid reaches HighLevel. Deleting a row deletes nothing in HighLevel: it comes back.',
  kinds: { task: 'Tasks', note: 'Notes', appointment: 'Appointments' },
  none: 'No table',
  create: 'Create a table',
  creating: 'Creating…',
  columns: (joined: number, all: number) => `${joined} of ${all} columns joined`,
  noColumn: 'No column',
  needsId: 'Choose the column for the HighLevel id: without it no row can be told from another.',
  needsContact: 'Choose the column for the contact, so that new rows are linked.',
  keys: {
    id: 'HighLevel id',
    contact: 'Contact',
    title: 'Title',
    body: 'Text',
    due: 'Due',
    done: 'Done',
    assignee: 'Assignee',
    added: 'Added',
    author: 'Author',
    pinned: 'Pinned',
    starts: 'Starts',
    ends: 'Ends',
    status: 'Status',
    calendar: 'Calendar',
    address: 'Where',
    notes: 'Notes',
  } as Record<string, string>,
  fill: 'Bring in all contacts',
  fillText:
    'Rows come as you open contacts. To have those of all contacts now, bring them in; people’s own work goes first.',
  filling: (done: number, total: number) => `${done} of ${total} contacts`,
  stop: 'Stop',
  filled: (done: number) => (done === 1 ? '1 contact brought in.' : `${done} contacts brought in.`),
  failed: (count: number) =>
    count === 1 ? '1 contact could not be brought in.' : `${count} contacts could not be brought in.`,
};

export type EntryTablesMessages = typeof entryTables;
