import type { Messages } from '../en.ts';

export const screens: Messages['screens'] = {
  outside: {
    title: 'Esta página vive dentro de Grist',
    text: 'Añádela a un documento: **Agregar Nuevo** → **Agregar Widget a la página** → **Personalizado**, y pega la dirección de esta página como URL personalizada.',
  },
  booting: 'Cargando el panel',
  noRow: { title: 'Selecciona una fila', text: 'El contacto de HighLevel de esa fila aparecerá aquí.' },
  newRow: {
    title: 'Fila nueva',
    text: 'Ponle un identificador de contacto de HighLevel y el contacto aparecerá aquí.',
  },
  unreachable: {
    title: 'El servicio de sincronización no responde',
    text: 'Tu tabla está bien. Lo intentamos de nuevo cada pocos segundos.',
    stuck: '¿Sigue igual? Pregunta a quien lo gestiona e indica el código',
  },
  refused: {
    notConnected: {
      title: 'HighLevel no está conectado',
      text: 'Quien gestiona el servicio de sincronización tiene que conectar una cuenta de HighLevel a este documento.',
    },
    forbidden: {
      title: 'Este documento no tiene permiso',
      text: 'El servicio de sincronización no conoce este documento, o tus permisos no llegan hasta ahí. Pregunta a su propietario.',
    },
    unauthenticated: {
      title: 'HighLevel ha cerrado nuestra sesión',
      text: 'Alguien con acceso tiene que volver a conectar. Tus cambios se conservan.',
    },
    other: {
      title: 'No ha funcionado',
      text: 'Tu tabla está bien y tus cambios se conservan.',
    },
  },
};
