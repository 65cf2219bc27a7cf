import type { Messages } from '../en.ts';

export const status: Messages['status'] = {
  unread: 'Aún sin leer',
  show: 'Mostrar',
  saving: 'Guardando…',
  row: (row, rows) => `${row} de ${rows}`,
  offline: 'Sin conexión',
  waiting: (count) => (count === 1 ? '1 cambio en espera' : `${count} cambios en espera`),
  failed: (count) => (count === 1 ? '1 cambio sin guardar' : `${count} cambios sin guardar`),
  differs: (count) => (count === 1 ? '1 campo difiere' : `${count} campos difieren`),
  conflicts: (count) => (count === 1 ? '1 campo espera una decisión' : `${count} campos esperan una decisión`),
  asOf: (time) => `Datos de las ${time}`,
  loading: 'Cargando…',
  upToDate: 'Al día',
};
