/** The log of what was done in the document, and the history of one contact. */
export const activity = {
  title: 'Activity',
  reading: 'Reading the log…',
  nothing: 'Nothing yet.',
  search: 'Search',
  problems: 'Problems only',
  older: 'Show older',
  me: 'In HighLevel I am',
  nobody: 'Not set',
  person: (userId: number) => `Grist user ${userId}`,
  task: (completed: boolean): string => (completed ? 'completed' : 'reopened'),
  added: 'added',
  deleted: 'deleted',
  linked: 'linked',
  unlinked: 'unlinked',
  things: { contact: 'Contact', followers: 'Followers', timezone: 'Time zone' },
  via: {
    panel: 'in the panel',
    grid: 'in the grid',
    highlevel: 'changed in HighLevel',
    undo: 'undone',
    conflict: 'decided',
    mirror: 'in a linked table',
    job: 'by a job',
    automation: 'by an automation',
  },
  results: {
    saved: 'Saved',
    refused: 'Refused',
    half: 'Saved in HighLevel only',
    unknown: 'No answer',
    conflict: 'Differs',
    'given-up': 'Replaced',
  },
  underWay: 'In progress or interrupted',
  history: {
    title: 'History',
    nothing: 'Nothing was changed here yet.',
    noHit: 'No matches in history.',
  },
  copy: {
    button: 'Copy into a table',
    busy: 'Copying…',
    nothing: 'The table HighLevel_Activity already has everything.',
    done: (count: number) =>
      count === 1 ? '1 entry added to HighLevel_Activity.' : `${count} entries added to HighLevel_Activity.`,
    what: 'the log',
  },
};

export type ActivityMessages = typeof activity;
