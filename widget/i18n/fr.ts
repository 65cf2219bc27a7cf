import type { Messages } from './en.ts';
import { contact } from './fr/contact.ts';
import { screens } from './fr/screens.ts';
import { status } from './fr/status.ts';
import { timeline } from './fr/timeline.ts';

/** Names of Grist's interface follow its French translation, such as `Options de la vue`. */
export const fr: Messages = {
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  tomorrow: 'Demain',
  close: 'Fermer',
  copy: 'Copier',
  refresh: 'Actualiser',
  tryAgain: 'Réessayer',
  tryNow: 'Réessayer maintenant',
  undo: 'Annuler',
  save: 'Enregistrer',
  reload: 'Recharger',
  someone: 'Quelqu’un',
  noName: 'Sans nom',
  lazyFailed: 'Cette partie ne s’est pas chargée. Le panneau a peut-être été mis à jour.',

  screens,
  contact,
  timeline,
  status,
};
