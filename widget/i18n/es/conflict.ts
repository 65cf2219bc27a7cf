import type { ConflictMessages } from '../en/conflict.ts';

export const conflict: ConflictMessages = {
  place: (index, count) => `${index} de ${count}`,
  since: (day) => `Cambiado en ambos lados desde ${day}.`,
  never: 'Nunca coincidieron.',
  sides: { before: 'Antes', grist: 'En Grist', highlevel: 'En HighLevel' },
  matched: (moment) => `Coincidían ${moment}`,
  changedBy: (name, moment) => (name ? `${name}, ${moment}` : `Cambiado ${moment}`),
  use: 'Usar',
  empty: '(vacío)',
  point: 'Elige una opción para ver qué hace.',
  effects: {
    before: (value) => `Devuelve **${value}** a ambos lados.`,
    grist: (value) => `Envía **${value}** a HighLevel. Grist queda como está.`,
    highlevel: (value) => `Escribe **${value}** en Grist. HighLevel queda como está.`,
  },
  always: { grist: 'Usar siempre Grist en esta columna', highlevel: 'Usar siempre HighLevel en esta columna' },
  another: 'Escribir otro valor',
  later: 'Decidir después',
  decide: 'Decidir',
  deferred: 'Cambiado en ambos lados: por decidir.',
};
