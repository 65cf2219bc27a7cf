import type { Messages } from '../en.ts';

export const screens: Messages['screens'] = {
  outside: {
    title: 'Esta página funciona dentro de Grist',
    text: 'Añádela a un documento: **Agregar Nuevo** → **Agregar Widget a la página** → **Personalizado**, y pega la dirección de esta página como URL personalizada.',
  },
  booting: 'Cargando el panel',
  noRow: { title: 'Selecciona una fila', text: 'El contacto de HighLevel de esa fila aparecerá aquí.' },
  stuck: '¿Sigue igual? Pregunta a quien lo gestiona e indica el código',
};
