import type { NotificationsMessages } from '../en/notifications.ts';

export const notifications: NotificationsMessages = {
  slowDown: (left) => `HighLevel nos pide ir más despacio. Nuevo intento en **${left}**.`,
  usedUp: (when) => `El cupo de HighLevel para hoy se ha agotado. Sigue: **${when}**. Tus cambios se conservan.`,
  slowDownSpoken: (seconds) => `HighLevel nos pide ir más despacio. Nuevo intento en ${seconds} segundos.`,
  show: 'Mostrar',
  offline: (waiting) => {
    if (waiting === 0) return 'Estás sin conexión. Puede que lo que ves no esté al día.';
    return waiting === 1
      ? 'Estás sin conexión. Se conserva 1 cambio y se enviará cuando vuelvas.'
      : `Estás sin conexión. Se conservan ${waiting} cambios y se enviarán cuando vuelvas.`;
  },
  readOnly: 'Puedes mirar, pero no cambiar nada aquí. Pide acceso a un editor de este documento.',
  apart: (row, gridRow) => `Fila ${row}. La cuadrícula está en la fila ${gridRow}.`,
  backToGrid: (gridRow) => `Volver a la fila ${gridRow}`,
  unsaved: {
    title: 'Cambios sin guardar',
    none: 'Todo está guardado.',
    go: 'Ir allí',
    tryNow: 'Probar ahora',
    typed: 'Escrito, aún sin guardar.',
    youTyped: (text) => `Escribiste «${text}».`,
    of: (what, name) => (name === '' ? what : `${what} de ${name}`),
    kinds: { task: 'Tarea', note: 'Nota', appointment: 'Cita', contact: 'Contacto' },
  },
  down: (who, asOf) =>
    `**${who === 'highlevel' ? 'HighLevel no responde' : 'No se puede acceder al servicio de sincronización'}.** ${asOf === '' ? 'Ves los valores de la fila.' : `Ves lo leído a las ${asOf}.`} Los cambios se guardan y se envían más tarde.`,
  named: (what, name) => `${what}: ${name}`,
  toasts: {
    'task-completed': 'Tarea completada',
    'task-reopened': 'Tarea reabierta',
    'field-saved': 'Guardado',
    undone: 'Deshecho',
    redone: 'Hecho de nuevo',
    'not-undone': 'No se pudo deshacer',
    'not-redone': 'No se pudo rehacer',
    copied: 'Copiado',
    linked: 'Contacto vinculado',
    unlinked: 'Vínculo quitado',
    'contact-created': 'Contacto creado',
    'contact-deleted': 'Contacto eliminado',
    'contact-stays': 'Vínculo quitado. El contacto sigue en HighLevel',
    'row-gone': 'Se eliminó la fila. Lo que escribiste está en Ajustes, en Actividad.',
    'last-row': 'Última fila',
    'first-row': 'Primera fila',
    'no-open-task': 'Ninguna fila de abajo tiene una tarea abierta',
    'no-overdue-task': 'Ninguna fila de abajo tiene una tarea vencida',
    'not-moved': 'No se pudo mostrar esa fila. Inténtalo de nuevo o haz clic en ella en la cuadrícula.',
    'task-added': 'Tarea añadida',
    'task-saved': 'Tarea guardada',
    'task-deleted': 'Tarea eliminada',
    'note-added': 'Nota añadida',
    'note-saved': 'Nota guardada',
    'note-deleted': 'Nota eliminada',
    'appointment-added': 'Cita reservada',
    'appointment-saved': 'Cita guardada',
    'appointment-deleted': 'Cita eliminada',
  },
  gridSent: {
    shown: (what) => `Enviado a HighLevel: ${what}`,
    ofSomeone: (what, name) => `Enviado a HighLevel de ${name}: ${what}`,
    fields: (count) => `${count} campos`,
  },
  spoken: {
    contact: (name) => `Contacto ${name}`,
    saved: 'Guardado',
    saveFailed: (why) => (why ? `No se ha podido guardar: ${why}` : 'No se ha podido guardar'),
    taskCompleted: 'Tarea completada. Pulsa Z para deshacer',
    taskReopened: 'Tarea reabierta. Pulsa Z para deshacer',
    entriesShown: (count) => (count === 1 ? '1 elemento a la vista' : `${count} elementos a la vista`),
    undone: 'Deshecho',
  },
};
