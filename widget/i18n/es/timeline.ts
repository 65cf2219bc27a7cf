import type { Messages } from '../en.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const timeline: Messages['timeline'] = {
  landmark: 'Historial',
  show: 'Mostrar',
  kinds: { all: 'Todo', task: 'Tareas', note: 'Notas', appointment: 'Citas', history: 'Historial' },
  search: 'Buscar',
  searchTimeline: 'Buscar en el historial',
  clearSearch: 'Borrar la búsqueda',
  openOnly: 'Pendiente solamente',
  open: 'Pendiente',
  groups: { overdue: 'Atrasado', upcoming: 'Próximo', undated: 'Sin fecha' },
  loading: 'Cargando el historial',
  showMore: 'Mostrar más',
  showLess: 'Mostrar menos',
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

  task: 'Tarea',
  note: 'Nota',
  appointment: 'Cita',
  untitled: 'Sin título',
  complete: (title) => `Completar: ${title}`,
  reopen: (title) => `Reabrir: ${title}`,
  due: (when) => `Vence: ${lowerFirst(when)}`,
  done: 'Hecha',
  overdue: 'atrasada',
  daysLate: (count) => (count === 1 ? '1 día de retraso' : `${count} días de retraso`),
  noDueDate: 'Sin fecha de vencimiento',
  pinned: 'Fijada',
  picture: 'Imagen',
  statuses: {
    new: 'Nueva',
    booked: 'Reservada',
    confirmed: 'Confirmada',
    cancelled: 'Cancelada',
    showed: 'Asistió',
    noshow: 'No asistió',
    invalid: 'No válida',
    active: 'Activa',
    completed: 'Completada',
  },
};
