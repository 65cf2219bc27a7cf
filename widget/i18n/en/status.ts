/** The status line. */
export const status = {
  unread: 'Not read yet',
  show: 'Show',
  saving: 'Saving…',
  row: (row: number, rows: number) => `${row} of ${rows}`,
  offline: 'Offline',
  waiting: (count: number) => (count === 1 ? '1 edit waiting' : `${count} edits waiting`),
  failed: (count: number) => (count === 1 ? '1 edit not saved' : `${count} edits not saved`),
  differs: (count: number) => (count === 1 ? '1 field differs' : `${count} fields differ`),
  conflicts: (count: number) => (count === 1 ? '1 field needs a decision' : `${count} fields need a decision`),
  asOf: (time: string) => `As of ${time}`,
  loading: 'Loading…',
  upToDate: 'Up to date',
};
