import type { PersonalWords } from '../en/personal.ts';

export const personal: PersonalWords = {
  tab: 'Tú',
  language: 'Idioma',
  languageOf: 'El panel habla',
  likeGrist: 'El idioma de Grist',
  timelineText: 'Cómo empieza el historial cuando abres el panel.',
  startsWith: 'Empieza con',
  asLeft: 'Como lo dejé',
  keep: 'Estas opciones son solo tuyas: se quedan en este navegador y no hace falta guardarlas.',
};
