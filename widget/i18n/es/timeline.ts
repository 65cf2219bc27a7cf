import type { Messages } from '../en.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const timeline: Messages['timeline'] = {
  landmark: 'Actividad',
  show: 'Mostrar',
  kinds: { all: 'Todo', task: 'Tareas', note: 'Notas', appointment: 'Citas', history: 'Historial' },
  search: 'Buscar',
  searchTimeline: 'Buscar en el historial',
  clearSearch: 'Borrar la búsqueda',
  openOnly: 'Solo pendientes',
  open: 'Solo pendientes',
  groups: { overdue: 'Vencidas', upcoming: 'Próximas', undated: 'Sin fecha' },
  loading: 'Cargando el historial',
  showMore: 'Mostrar más',
  showLess: 'Mostrar menos',

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
