import type { TimelineEmptyMessages } from '../en/timeline-empty.ts';

export const timelineEmpty: TimelineEmptyMessages = {
  noHistory: {
    title: 'Aún no hay historial',
    text: (name) =>
      name ? `Las notas, tareas y citas con ${name} aparecerán aquí.` : 'Las notas, tareas y citas aparecerán aquí.',
  },
  noHit: {
    says: {
      all: 'Nada contiene',
      task: 'Ninguna tarea contiene',
      note: 'Ninguna nota contiene',
      appointment: 'Ninguna cita contiene',
    },
    open: {
      all: 'Nada pendiente contiene',
      task: 'Ninguna tarea pendiente contiene',
      note: 'Ninguna nota pendiente contiene',
      appointment: 'Ninguna cita pendiente contiene',
    },
    none: { all: 'Nada por aquí', task: 'Ninguna tarea', note: 'Ninguna nota', appointment: 'Ninguna cita' },
    noneOpen: {
      all: 'Nada pendiente',
      task: 'Ninguna tarea pendiente',
      note: 'Ninguna nota pendiente',
      appointment: 'Ninguna cita pendiente',
    },
    title: (words, search) => `${words} «${search}»`,
    others: (count) => (count === 1 ? 'Hay 1 elemento más.' : `Hay ${count} elementos más.`),
    closedHidden: 'Lo hecho o pasado está oculto.',
    showThem: 'Mostrar',
    showAll: 'Mostrar todo',
  },
};
