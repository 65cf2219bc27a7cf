import type { Messages } from '../en.ts';

export const shell: Messages['shell'] = {
  slowDown: (left) => `HighLevel nous demande de ralentir. Nouvel essai dans **${left}**.`,
  usedUp: (when) => `Le quota HighLevel du jour est épuisé. Reprise : **${when}**. Vos modifications sont conservées.`,
  slowDownSpoken: (seconds) => `HighLevel nous demande de ralentir. Nouvel essai dans ${seconds} secondes.`,
  show: 'Afficher',
  offline: (waiting) => {
    if (waiting === 0) return 'Vous êtes hors ligne. Ce que vous voyez n’est peut-être plus à jour.';
    return waiting === 1
      ? 'Vous êtes hors ligne. 1 modification est conservée et sera envoyée à votre retour.'
      : `Vous êtes hors ligne. ${waiting} modifications sont conservées et seront envoyées à votre retour.`;
  },
  readOnly: 'Vous pouvez consulter, mais pas modifier. Demandez l’accès à un éditeur de ce document.',

  status: {
    offline: 'Hors ligne',
    waiting: (count) => (count < 2 ? `${count} modification en attente` : `${count} modifications en attente`),
    failed: (count) =>
      count < 2 ? `${count} modification non enregistrée` : `${count} modifications non enregistrées`,
    differs: (count) => (count < 2 ? `${count} champ diffère` : `${count} champs diffèrent`),
    conflicts: (count) => (count < 2 ? `${count} champ attend une décision` : `${count} champs attendent une décision`),
    asOf: (time) => `État à ${time}`,
    loading: 'Chargement…',
    upToDate: 'À jour',
  },
  toasts: {
    'task-completed': 'Tâche terminée',
    'task-reopened': 'Tâche rouverte',
    'field-saved': 'Enregistré',
    undone: 'Annulé',
    copied: 'Copié',
    linked: 'Contact lié',
    unlinked: 'Lien retiré',
    'task-added': 'Tâche ajoutée',
    'task-saved': 'Tâche enregistrée',
    'task-deleted': 'Tâche supprimée',
    'note-added': 'Note ajoutée',
    'note-saved': 'Note enregistrée',
    'note-deleted': 'Note supprimée',
    'appointment-added': 'Rendez-vous pris',
    'appointment-saved': 'Rendez-vous enregistré',
    'appointment-deleted': 'Rendez-vous supprimé',
  },
  spoken: {
    contact: (name) => `Contact ${name}`,
    saved: 'Enregistré',
    saveFailed: (why) => (why ? `Échec de l’enregistrement : ${why}` : 'Échec de l’enregistrement'),
    taskCompleted: 'Tâche terminée. Appuyez sur Z pour annuler',
    taskReopened: 'Tâche rouverte. Appuyez sur Z pour annuler',
    entriesShown: (count) => (count < 2 ? `${count} élément affiché` : `${count} éléments affichés`),
    undone: 'Annulé',
  },
};
