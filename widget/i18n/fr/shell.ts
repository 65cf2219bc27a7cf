import type { Messages } from '../en.ts';

export const shell: Messages['shell'] = {
  slowDown: (left) => `HighLevel nous demande de ralentir. Nouvel essai dans **${left}**.`,
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

  shortcuts: {
    title: 'Raccourcis clavier',
    text: 'Ils agissent quand le focus est dans ce panneau, hors d’un champ de texte.',
    on: 'Raccourcis à une touche',
    next: 'Élément suivant',
    previous: 'Élément précédent',
    ends: 'Premier et dernier élément',
    tick: 'Terminer ou rouvrir la tâche',
    open: 'Ouvrir l’élément',
    edit: 'Modifier le champ',
    search: 'Rechercher dans l’historique',
    refresh: 'Actualiser depuis HighLevel',
    undo: 'Annuler, tant que le message s’affiche',
    back: 'Un pas en arrière',
    sheet: 'Cette liste',
  },

  settings: {
    title: 'Paramètres',
    back: 'Retour au contact',
    connection: 'Connexion',
    connected: 'Connecté',
    notConnected: 'Non connecté',
    tasks: 'Table des tâches',
    tasksText: 'Quand vous cochez une tâche ici, sa ligne dans cette table Grist est cochée aussi.',
    table: 'Table',
    none: 'Aucune : cocher seulement dans HighLevel',
    idColumn: 'Colonne de l’identifiant de tâche HighLevel',
    doneColumn: 'Colonne de la case à cocher',
    chooseColumn: 'Choisissez une colonne',
    columnMissing: 'Choisissez les deux colonnes pour utiliser cette table.',
    noTables: 'Impossible de lire les tables de ce document.',
    keep: 'Pour conserver ces paramètres pour tout le monde, appuyez sur **Enregistrer** en haut de cette vue dans Grist.',
  },
};
