import type { PersonalWords } from '../en/personal.ts';

export const personal: PersonalWords = {
  tab: 'Vous',
  language: 'Langue',
  languageOf: 'Le panneau parle',
  likeGrist: 'La langue de Grist',
  timelineText: 'Ce que l’historique montre quand vous ouvrez le panneau.',
  startsWith: 'Commence par',
  asLeft: 'Comme je l’ai laissé',
  keep: 'Ces choix ne sont que pour vous : ils restent dans ce navigateur, sans rien enregistrer.',
};
