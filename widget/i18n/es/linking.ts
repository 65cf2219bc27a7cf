import type { LinkingMessages } from '../en/linking.ts';

const rowsOf = (rows: readonly number[]) => (rows.length === 1 ? `la fila ${rows[0]}` : `${rows.length} filas`);

export const linking: LinkingMessages = {
  newRow: { title: 'Fila nueva', text: 'Escribe un correo o un teléfono y buscamos el contacto.' },

  looking: (name) => (name ? `Buscando a ${name}…` : 'Buscando el contacto…'),
  isThis: (name) => (name ? `¿Es este ${name}?` : '¿Es este el contacto?'),
  isOneOf: (name) => (name ? `¿Alguno de estos es ${name}?` : '¿Alguno de estos es el contacto?'),
  nobody: 'Ningún contacto coincide con esta fila.',
  nobodyHow: 'Busca en HighLevel o crea el contacto.',
  nobodyElse: 'Nadie más coincide con esta fila.',
  nothing: 'Aún no hay nada con que buscar.',
  nothingHow: 'Añade un correo o un teléfono a la fila, o busca por nombre.',
  failed: 'No se pudo buscar en HighLevel.',
  slowDown: 'HighLevel nos pide ir más despacio. Volvemos a buscar en un momento.',
  unreachable: 'No se puede contactar con HighLevel. Volvemos a buscar en un momento.',
  unlinked: 'Esta fila aún no está vinculada.',
  lookedFor: {
    both: 'Hemos buscado su correo y su teléfono en HighLevel.',
    email: 'Hemos buscado su correo en HighLevel.',
    phone: 'Hemos buscado su teléfono en HighLevel.',
    name: 'Hemos buscado su nombre en HighLevel.',
  },
  viewer: 'Un editor de este documento puede vincularla.',

  which: '¿Qué contacto es?',
  nowLinked: (name) => `La fila está vinculada a **${name}**.`,
  cancel: 'Cancelar',

  reasons: { email: 'Mismo correo', phone: 'Mismo teléfono', name: 'Mismo nombre', alike: 'Nombre parecido' },
  linkedTo: (rows) => `Vinculado a ${rowsOf(rows)}`,
  added: (day) => `añadido el ${day}`,
  active: (day) => `última actividad: ${day}`,
  inRow: (held) => `La fila: ${held}`,
  list: 'Contactos posibles',
  link: 'Vincular',
  linking: 'Vinculando…',
  taken: (rows) =>
    rows.length === 1 ? `La fila ${rows[0]} ya tiene este contacto.` : `${rows.length} filas ya tienen este contacto.`,
  linkAnyway: 'Vincular de todos modos',
  rowChanged: 'Alguien cambió o eliminó esta fila mientras tanto.',
  idColumn: 'el identificador del contacto',

  or: 'o',
  search: 'Buscar en HighLevel',
  searchHint: 'Nombre, correo, teléfono o etiqueta',
  clearSearch: 'Borrar la búsqueda',
  searching: 'Buscando…',
  noHit: (words) => `Nadie en HighLevel coincide con «${words}».`,
  results: (count) => (count === 1 ? '1 contacto encontrado' : `${count} contactos encontrados`),

  create: 'Crear contacto',
  fromColumns: (count) =>
    count === 1
      ? 'Se crea en HighLevel a partir de 1 columna asignada.'
      : `Se crea en HighLevel a partir de ${count} columnas asignadas.`,
  checking: 'Buscando duplicados…',
  creating: 'Creando…',
  unnamed: 'Añade antes un correo o un teléfono a la fila: HighLevel distingue por ellos a los contactos.',
  obstacle: (field, reason) => `**${field}**: ${reason}`,
  duplicates: 'HighLevel ya lo tiene.',
  duplicatesHow: 'Vincúlalo o crea otro contacto.',
  duplicatesOnly: 'Vincúlalo: esta subcuenta guarda un solo contacto por correo y teléfono.',
  createAnyway: 'Crear de todos modos',
  back: 'Volver',
  unsure: 'HighLevel no dijo si creó el contacto. Al reintentar se averigua, y no se crea otro.',
  notCreated: 'No se creó nada.',
  notLinked: 'Creado en HighLevel, aún sin vincular.',

  gone: {
    title: 'Ya no está en HighLevel',
    text: 'Este contacto se eliminó o se fusionó. Tu fila no ha cambiado.',
    successor: 'Quizá se fusionó con:',
    find: 'Encontrarlo',
    create: 'Crearlo de nuevo',
    clear: 'Quitar el vínculo',
    id: 'Identificador',
  },
  invalidId: {
    column: {
      email: 'Esta columna contiene correos, no identificadores de contacto',
      phone: 'Esta columna contiene teléfonos, no identificadores de contacto',
      name: 'Esta columna contiene nombres, no identificadores de contacto',
      'merge-tag': 'Esta columna contiene campos de combinación, no identificadores de contacto',
      other: 'Esta columna no contiene identificadores de contacto',
    },
    cell: {
      email: 'Esto es un correo, no un identificador de contacto',
      phone: 'Esto es un teléfono, no un identificador de contacto',
      name: 'Esto es un nombre, no un identificador de contacto',
      'merge-tag': 'Esto es un campo de combinación, no un identificador de contacto',
      other: 'Esto no es un identificador de contacto',
    },
    found: (text) => `La fila tiene **${text}** en el lugar del identificador del contacto. No se cambia nada.`,
    cellHow: 'Corrige la celda en Grist, o vacíala para buscar el contacto',
    invisible: 'Este identificador contiene un carácter invisible',
    invisibleHow: 'Vino con el identificador al copiarlo. HighLevel solo conoce el identificador sin él.',
    clean: 'Quitar el carácter',
  },
};
