/** The card of a field that both sides changed. */
export const conflict = {
  place: (index: number, count: number) => `${index} of ${count}`,
  since: (day: string) => `Changed in both places since ${day}.`,
  never: 'These values have never matched.',
  sides: { before: 'Before', grist: 'In Grist', highlevel: 'In HighLevel' },
  matched: (moment: string) => `Matched ${moment}`,
  changedBy: (name: string | null, moment: string) => (name ? `${name}, ${moment}` : `Changed ${moment}`),
  use: 'Use',
  empty: '(empty)',
  point: 'Select a choice to preview it.',
  effects: {
    before: (value: string) => `Writes **${value}** back to both.`,
    grist: (value: string) => `Sends **${value}** to HighLevel. Grist stays as it is.`,
    highlevel: (value: string) => `Writes **${value}** to Grist. HighLevel stays as it is.`,
  },
  always: { grist: 'Always use Grist for this column', highlevel: 'Always use HighLevel for this column' },
  another: 'Type another value',
  later: 'Decide later',
  decide: 'Decide',
  deferred: 'Changed in both places: to be decided.',
};

export type ConflictMessages = typeof conflict;
