/** The user's own preferences. */
export const personal = {
  language: 'Language',
  languageOf: 'Panel language',
  likeGrist: 'The language of Grist',
  timelineText: 'How the timeline begins when you open the panel.',
  startsWith: 'Start with',
  asLeft: 'Last view used',
};

export type PersonalMessages = typeof personal;
