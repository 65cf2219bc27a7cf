/** The user's own preferences. */
export const personal = {
  language: 'Language',
  languageOf: 'The panel speaks',
  likeGrist: 'The language of Grist',
  timelineText: 'How the timeline begins when you open the panel.',
  startsWith: 'Begins with',
  asLeft: 'As I left it',
};

export type PersonalMessages = typeof personal;
