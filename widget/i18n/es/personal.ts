import type { PersonalMessages } from '../en/personal.ts';

export const personal: PersonalMessages = {
  language: 'Idioma',
  languageOf: 'Idioma del panel',
  likeGrist: 'El idioma de Grist',
  timelineText: 'Cómo empieza el historial cuando abres el panel.',
  startsWith: 'Empieza con',
  asLeft: 'Como lo dejé',
};
