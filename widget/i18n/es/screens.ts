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
  unmapped: {
    title: 'Falta un paso',
    text: 'Indica al panel qué columna contiene el contacto de HighLevel.',
    accessDone: 'Permitir el acceso completo al documento',
    choose: 'Elige la columna del identificador',
    chooseHow:
      'En el menú **⋯** de esta sección abre **Opciones de Widget**. En **CONTACT ID** elige una columna de texto.',
    match: 'Asocia tus columnas a los campos',
    matchHow: 'Opcional. Solo hace falta para mantener los valores al día en ambos lados.',
  },
  access: {
    title: 'Permite el acceso a este documento',
    text: 'Hace falta para guardar tus cambios en la tabla. Puede hacerlo un editor o propietario del documento.',
    menu: 'Abre el menú **⋯**',
    menuHow: 'Arriba a la derecha de esta sección.',
    options: 'Elige **Opciones de Widget**',
    optionsHow: 'Grist abre su panel a la derecha.',
    level: 'Elige **Acceso completo al documento**',
    levelHow: 'El panel se recarga solo.',
    levelCaption: 'Nivel de acceso',
    levelValue: 'Acceso completo al documento',
  },
  unlinked: {
    title: (name) => (name ? `${name}: fila aún sin vincular` : 'Esta fila aún no está vinculada'),
    text: 'La fila no tiene identificador de contacto de HighLevel. Se vincula en tres pasos:',
    open: 'Abre el contacto en HighLevel',
    openHow: 'Su identificador es la última parte de la dirección de la página.',
    copy: 'Copia ese identificador',
    paste: 'Pégalo en esta fila',
    pasteHow: 'En la columna asociada a **CONTACT ID**.',
  },
  gone: {
    title: 'Ya no está en HighLevel',
    text: 'Este contacto se eliminó o se fusionó. Tu fila no ha cambiado.',
    again: 'Buscar otra vez',
    id: 'Identificador',
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
