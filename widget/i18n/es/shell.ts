import type { Messages } from '../en.ts';

export const shell: Messages['shell'] = {
  slowDown: (left) => `HighLevel nos pide ir más despacio. Nuevo intento en **${left}**.`,
  slowDownSpoken: (seconds) => `HighLevel nos pide ir más despacio. Nuevo intento en ${seconds} segundos.`,
  show: 'Mostrar',
  offline: (waiting) => {
    if (waiting === 0) return 'Estás sin conexión. Puede que lo que ves no esté al día.';
    return waiting === 1
      ? 'Estás sin conexión. Se conserva 1 cambio y se enviará cuando vuelvas.'
      : `Estás sin conexión. Se conservan ${waiting} cambios y se enviarán cuando vuelvas.`;
  },
  readOnly: 'Puedes mirar, pero no cambiar nada aquí. Pide acceso a un editor de este documento.',

  status: {
    offline: 'Sin conexión',
    waiting: (count) => (count === 1 ? '1 cambio en espera' : `${count} cambios en espera`),
    failed: (count) => (count === 1 ? '1 cambio sin guardar' : `${count} cambios sin guardar`),
    differs: (count) => (count === 1 ? '1 campo difiere' : `${count} campos difieren`),
    asOf: (time) => `Datos de las ${time}`,
    loading: 'Cargando…',
    upToDate: 'Al día',
  },
  toasts: {
    'task-completed': 'Tarea completada',
    'task-reopened': 'Tarea reabierta',
    'field-saved': 'Guardado',
    undone: 'Deshecho',
    copied: 'Copiado',
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

  shortcuts: {
    title: 'Atajos de teclado',
    text: 'Funcionan cuando el foco está en este panel y no en un campo de texto.',
    on: 'Atajos de una sola tecla',
    next: 'Elemento siguiente',
    previous: 'Elemento anterior',
    ends: 'Primer y último elemento',
    tick: 'Completar o reabrir la tarea',
    open: 'Abrir el elemento',
    edit: 'Editar el campo',
    search: 'Buscar en el historial',
    refresh: 'Actualizar desde HighLevel',
    undo: 'Deshacer, mientras se ve el mensaje',
    back: 'Un paso atrás',
    sheet: 'Esta lista',
  },

  settings: {
    title: 'Ajustes',
    back: 'Volver al contacto',
    connection: 'Conexión',
    connected: 'Conectado',
    notConnected: 'Sin conexión',
    tasks: 'Tabla de tareas',
    tasksText: 'Cuando marcas una tarea aquí, también se marca su fila en esta tabla de Grist.',
    table: 'Tabla',
    none: 'Ninguna: marcar solo en HighLevel',
    idColumn: 'Columna con el identificador de tarea de HighLevel',
    doneColumn: 'Columna con la casilla',
    chooseColumn: 'Elige una columna',
    columnMissing: 'Elige las dos columnas para usar esta tabla.',
    noTables: 'No se pueden leer las tablas de este documento.',
    keep: 'Para conservar estos ajustes para todos, pulsa **Guardar** arriba en esta sección de Grist.',
  },
};
