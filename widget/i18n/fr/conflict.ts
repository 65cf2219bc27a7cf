import type { ConflictMessages } from '../en/conflict.ts';

export const conflict: ConflictMessages = {
  place: (index, count) => `${index} sur ${count}`,
  since: (day) => `Modifié des deux côtés depuis ${day}.`,
  never: 'Ces valeurs n’ont jamais été identiques.',
  sides: { before: 'Avant', grist: 'Dans Grist', highlevel: 'Dans HighLevel' },
  matched: (moment) => `Identiques ${moment}`,
  changedBy: (name, moment) => (name ? `${name}, ${moment}` : `Modifié ${moment}`),
  use: 'Garder',
  empty: '(vide)',
  point: 'Choisissez une option pour voir son effet.',
  effects: {
    before: (value) => `Remet **${value}** des deux côtés.`,
    grist: (value) => `Envoie **${value}** à HighLevel. Grist reste tel quel.`,
    highlevel: (value) => `Écrit **${value}** dans Grist. HighLevel reste tel quel.`,
  },
  always: {
    grist: 'Toujours garder Grist pour cette colonne',
    highlevel: 'Toujours garder HighLevel pour cette colonne',
  },
  another: 'Saisir une autre valeur',
  later: 'Décider plus tard',
  decide: 'Décider',
  deferred: 'Modifié des deux côtés : à décider.',
};
