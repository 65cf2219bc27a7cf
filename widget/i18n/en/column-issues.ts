/** What is in the way between a column and its field, and the way out. */
export const columnIssues = {
  issues: {
    numbers: ({ column, field }: IssueFacts) =>
      `“${column}” holds numbers, and ${field} is text: it loses the zeros at its start there.`,
    days: ({ column, field }: IssueFacts) =>
      `“${column}” holds dates, and ${field} may be something else. It only sends.`,
    ticks: ({ column, field }: IssueFacts) =>
      `“${column}” holds ticks, and ${field} may be something else. It only sends.`,
    times: ({ column, field }: IssueFacts) =>
      `“${column}” holds dates with times, and ${field} may be something else. It only sends.`,
    references: ({ column, field }: IssueFacts) =>
      `“${column}” points to rows of another table, so nothing goes between it and ${field}.`,
    unheld: ({ column, samples }: IssueFacts) => `“${column}” cannot hold ${samples}, so it stays in HighLevel alone.`,
    several: ({ field, samples }: IssueFacts) => `${samples}: several values, and ${field} takes one. Not sent.`,
    'not-an-option': ({ field, samples }: IssueFacts) =>
      `${samples}: no option of ${field} in HighLevel, so not sent. Correct the cell, or add the option in HighLevel.`,
    unknown: ({ samples }: IssueFacts) =>
      `HighLevel does not know ${samples}, so it is not sent. Correct the cell, or add the name in HighLevel.`,
    'shared-name': ({ samples }: IssueFacts) =>
      `More than one in HighLevel is called ${samples}. Write the email or the id to say which.`,
    'short-year': ({ samples }: IssueFacts) => `The year in ${samples} is not whole. Write all four digits.`,
    extension: ({ samples }: IssueFacts) =>
      `${samples} has an extension, and HighLevel’s phone numbers have no room for one. Not sent.`,
    unreadable: ({ field, samples }: IssueFacts) => `${field} cannot be ${samples}, so it is not sent.`,
    'comes-back-different': ({ column, samples }: IssueFacts) =>
      `${samples} would come back written differently, so “${column}” only sends.`,
    ambiguous: ({ column, samples }: IssueFacts) =>
      `${samples} may mean two things. Say in the settings how “${column}” is read; until then it is not sent.`,
  },
  types: { Text: 'Text', Numeric: 'Numeric', Date: 'Date', ChoiceList: 'Choice List' },
  changeTo: (type: string) => `Change the column’s type to ${type}`,
};

/** What an issue is about: the column, its field, and values of either, as text. */
export interface IssueFacts {
  column: string;
  field: string;
  samples: string;
}

export type ColumnIssueMessages = typeof columnIssues;
