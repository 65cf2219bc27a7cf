/** Why a timeline shows no entry. */
export const timelineEmpty = {
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

export type TimelineEmptyMessages = typeof timelineEmpty;
