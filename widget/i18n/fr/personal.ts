import type { PersonalMessages } from '../en/personal.ts';

export const personal: PersonalMessages = {
  language: 'Langue',
  languageOf: 'Langue du panneau',
  likeGrist: 'La langue de Grist',
  timelineText: 'Ce que l’historique montre quand vous ouvrez le panneau.',
  startsWith: 'Commence par',
  asLeft: 'Comme je l’ai laissé',
};
