import type { Messages } from './en.ts';
import { contact } from './es/contact.ts';
import { screens } from './es/screens.ts';
import { status } from './es/status.ts';
import { timeline } from './es/timeline.ts';

/** Names of Grist's interface follow its Spanish translation, such as `Opciones de Widget`. */
export const es: Messages = {
  today: 'Hoy',
  yesterday: 'Ayer',
  tomorrow: 'Mañana',
  close: 'Cerrar',
  copy: 'Copiar',
  refresh: 'Actualizar',
  tryAgain: 'Reintentar',
  tryNow: 'Reintentar ahora',
  undo: 'Deshacer',
  save: 'Guardar',
  reload: 'Recargar',
  someone: 'Alguien',
  noName: 'Sin nombre',
  lazyFailed: 'Esta parte no se ha cargado. Puede que el panel se haya actualizado.',

  screens,
  contact,
  timeline,
  status,
};
