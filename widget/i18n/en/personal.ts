/** Words of what one person prefers. */
export const personal = {
  tab: 'You',
  language: 'Language',
  languageOf: 'The panel speaks',
  likeGrist: 'The language of Grist',
  timelineText: 'How the timeline begins when you open the panel.',
  startsWith: 'Begins with',
  asLeft: 'As I left it',
  keep: 'These choices are yours alone: they stay in this browser and need no Save.',
};

export type PersonalWords = typeof personal;
