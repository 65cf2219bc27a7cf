import type { Messages } from '../en.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const timeline: Messages['timeline'] = {
  landmark: 'Fil d’activité',
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
