import type { TimelineEmptyMessages } from '../en/timeline-empty.ts';

export const timelineEmpty: TimelineEmptyMessages = {
  noHistory: {
    title: 'Pas encore d’historique',
    text: (name) =>
      name
        ? `Les notes, tâches et rendez-vous avec ${name} s’afficheront ici.`
        : 'Les notes, tâches et rendez-vous s’afficheront ici.',
  },
  noHit: {
    says: {
      all: 'Rien ne contient',
      task: 'Aucune tâche ne contient',
      note: 'Aucune note ne contient',
      appointment: 'Aucun rendez-vous ne contient',
    },
    open: {
      all: 'Rien à faire ne contient',
      task: 'Aucune tâche à faire ne contient',
      note: 'Aucune note à traiter ne contient',
      appointment: 'Aucun rendez-vous à venir ne contient',
    },
    none: { all: 'Rien ici', task: 'Aucune tâche', note: 'Aucune note', appointment: 'Aucun rendez-vous' },
    noneOpen: {
      all: 'Rien à faire',
      task: 'Aucune tâche à faire',
      note: 'Aucune note à traiter',
      appointment: 'Aucun rendez-vous à venir',
    },
    title: (words, search) => `${words} « ${search} »`,
    others: (count) => (count < 2 ? 'Il y a 1 autre élément.' : `Il y a ${count} autres éléments.`),
    closedHidden: 'Ce qui est fait ou passé est masqué.',
    showThem: 'Les afficher',
    showAll: 'Tout afficher',
  },
};
