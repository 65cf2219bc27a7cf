/** Words of what makes both systems trustworthy beyond the shown row. */
export const trust = {
  check: {
    tab: 'Check',
    title: 'Check the table',
    text: 'Compares each row with its HighLevel contact. Nothing is written before you say so.',
    start: 'Check now',
    again: 'Check again',
    stop: 'Stop',
    reading: 'Reading the rows…',
    compared: (done: string, total: string) => `${done} of ${total} rows compared`,
    sent: (done: string, total: string) => `${done} of ${total} rows sent`,
    differ: (count: number, shown: string, total: string): string =>
      `**${shown}** of ${total} rows ${count === 1 ? 'differs' : 'differ'}`,
    asOf: (moment: string) => `Checked ${moment}`,
    stopped: (done: string, total: string) => `Stopped after ${done} of ${total} rows.`,
    noRows: 'No row of this table has a contact yet.',
    noColumns: 'No column goes with a field yet, so there is nothing to compare.',
    equal: 'Every row that was compared says the same on both sides.',
    unlinked: (count: number) =>
      count === 1 ? '1 row without a contact was left out.' : `${count} rows without a contact were left out.`,
    gone: 'Not in HighLevel any more',
    unread: 'Couldn’t be checked',
    unanswered: 'HighLevel didn’t answer.',
    slow: 'HighLevel asked us to slow down.',
    rowsUnread: 'The rows of this table can’t be read.',
    send: (count: number) => (count === 1 ? 'Send 1 change' : `Send ${count} changes`),
    sendHow: 'What changed on one side alone goes to the other. Conflicts stay for you to decide.',
    list: 'Differences',
    sides: { grist: 'In Grist', highlevel: 'In HighLevel' },
    empty: '(empty)',
    outcomes: {
      'to-highlevel': 'Changed in Grist',
      'to-grist': 'Changed in HighLevel',
      conflict: 'Changed in both',
      differs: 'Never matched',
    },
    useGrist: 'Use Grist’s',
    useHighLevel: 'Use HighLevel’s',
    useFor: (what: string, field: string, row: string) => `${what}: ${field} of ${row}`,
    writing: 'Writing…',
    row: (rowId: number) => `Row ${rowId}`,
    show: (row: string) => `Show ${row}`,
    notShown: 'Grist can’t move to that row here.',
    more: (count: string) => `Show ${count} more`,
  },
  history: {
    title: 'History',
    nothing: 'Nothing was changed here yet.',
    noHit: 'Nothing in the history says that.',
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

export type TrustMessages = typeof trust;
