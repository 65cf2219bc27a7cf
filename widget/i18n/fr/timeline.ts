import type { Messages } from '../en.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const timeline: Messages['timeline'] = {
  landmark: 'Historique',
  show: 'Afficher',
  kinds: { all: 'Tout', task: 'Tâches', note: 'Notes', appointment: 'Rendez-vous', history: 'Historique' },
  search: 'Rechercher',
  searchTimeline: 'Rechercher dans l’historique',
  clearSearch: 'Effacer la recherche',
  openOnly: 'À faire seulement',
  open: 'À faire',
  groups: { overdue: 'En retard', upcoming: 'À venir', undated: 'Sans date' },
  loading: 'Chargement de l’historique',
  showMore: 'Afficher plus',
  showLess: 'Afficher moins',
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

  task: 'Tâche',
  note: 'Note',
  appointment: 'Rendez-vous',
  untitled: 'Sans titre',
  complete: (title) => `Terminer : ${title}`,
  reopen: (title) => `Rouvrir : ${title}`,
  due: (when) => `Échéance : ${lowerFirst(when)}`,
  done: 'Fait',
  overdue: 'en retard',
  daysLate: (count) => (count < 2 ? `${count} jour de retard` : `${count} jours de retard`),
  noDueDate: 'Sans échéance',
  pinned: 'Épinglée',
  picture: 'Image',
  statuses: {
    new: 'Nouveau',
    booked: 'Réservé',
    confirmed: 'Confirmé',
    cancelled: 'Annulé',
    showed: 'Honoré',
    noshow: 'Absent',
    invalid: 'Non valide',
    active: 'Actif',
    completed: 'Terminé',
  },
};
