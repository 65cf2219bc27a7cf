import type { NotificationsMessages } from '../en/notifications.ts';

export const notifications: NotificationsMessages = {
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
  apart: (row, gridRow) => `Ligne ${row}. La grille est à la ligne ${gridRow}.`,
  backToGrid: (gridRow) => `Revenir à la ligne ${gridRow}`,
  unsaved: {
    title: 'Modifications non enregistrées',
    none: 'Tout est enregistré.',
    go: 'Y aller',
    tryNow: 'Essayer maintenant',
    typed: 'Saisi, pas encore enregistré.',
    youTyped: (text) => `Vous avez saisi « ${text} ».`,
    of: (what, name) => (name === '' ? what : `${what} : ${name}`),
    kinds: { task: 'Tâche', note: 'Note', appointment: 'Rendez-vous', contact: 'Contact' },
  },
  down: (who, asOf) =>
    `**${who === 'highlevel' ? 'HighLevel ne répond pas' : 'Le service de synchronisation est injoignable'}.** ${asOf === '' ? 'Vous voyez les valeurs de la ligne.' : `Vous voyez ce qui a été lu à ${asOf}.`} Les modifications sont gardées et envoyées plus tard.`,
  named: (what, name) => `${what} : ${name}`,
  toasts: {
    'task-completed': 'Tâche terminée',
    'task-reopened': 'Tâche rouverte',
    'field-saved': 'Enregistré',
    undone: 'Annulé',
    redone: 'Rétabli',
    'not-undone': 'Impossible d’annuler',
    'not-redone': 'Impossible de rétablir',
    copied: 'Copié',
    linked: 'Contact lié',
    unlinked: 'Lien retiré',
    'contact-created': 'Contact créé',
    'contact-deleted': 'Contact supprimé',
    'contact-stays': 'Lien retiré. Le contact reste dans HighLevel',
    'row-gone': 'La ligne a été supprimée. Votre saisie se trouve dans les paramètres, sous Activité.',
    'last-row': 'Dernière ligne',
    'first-row': 'Première ligne',
    'no-open-task': 'Aucune ligne plus bas n’a de tâche ouverte',
    'no-overdue-task': 'Aucune ligne plus bas n’a de tâche en retard',
    'not-moved': 'Cette ligne n’a pas pu être affichée. Réessayez, ou cliquez dessus dans la grille.',
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
  gridSent: {
    shown: (what) => `Envoyé à HighLevel : ${what}`,
    ofSomeone: (what, name) => `Envoyé à HighLevel pour ${name} : ${what}`,
    fields: (count) => `${count} champs`,
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
