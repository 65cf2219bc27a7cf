import type { ColumnIssueMessages } from '../en/column-issues.ts';

export const columnIssues: ColumnIssueMessages = {
  issues: {
    numbers: ({ column, field }) =>
      `«${column}» contiene números, y ${field} es texto: ahí pierde los ceros del principio.`,
    days: ({ column, field }) => `«${column}» contiene fechas, y ${field} puede ser otra cosa. Solo envía.`,
    ticks: ({ column, field }) => `«${column}» contiene casillas, y ${field} puede ser otra cosa. Solo envía.`,
    times: ({ column, field }) => `«${column}» contiene fechas con hora, y ${field} puede ser otra cosa. Solo envía.`,
    references: ({ column, field }) => `«${column}» apunta a filas de otra tabla: nada pasa entre ella y ${field}.`,
    unheld: ({ column, samples }) => `«${column}» no puede contener ${samples}, que se queda solo en HighLevel.`,
    several: ({ field, samples }) => `${samples}: varios valores, y ${field} toma uno. No se envía.`,
    'not-an-option': ({ field, samples }) =>
      `${samples}: no es una opción de ${field} en HighLevel, así que no se envía. Corrige la celda o añade la opción en HighLevel.`,
    unknown: ({ samples }) =>
      `HighLevel no conoce ${samples}, así que no se envía. Corrige la celda o añade el nombre en HighLevel.`,
    'shared-name': ({ samples }) =>
      `Más de uno se llama ${samples} en HighLevel. Escriba el correo o el identificador para precisar.`,
    'short-year': ({ samples }) => `El año de ${samples} está incompleto. Escriba sus cuatro cifras.`,
    extension: ({ samples }) =>
      `${samples} tiene una extensión, y los teléfonos de HighLevel no tienen sitio para ella. No se envía.`,
    unreadable: ({ field, samples }) => `${field} no puede ser ${samples}, así que no se envía.`,
    'comes-back-different': ({ column, samples }) =>
      `${samples} volvería escrito de otra forma, así que «${column}» solo envía.`,
    ambiguous: ({ column, samples }) =>
      `${samples} puede significar dos cosas. Diga en los ajustes cómo se lee «${column}»; hasta entonces no se envía.`,
  },
  types: { Text: 'Texto', Numeric: 'Numérico', Date: 'Fecha', ChoiceList: 'Lista de opciones' },
  changeTo: (type) => `Cambiar el tipo de la columna a ${type}`,
};
