import type { SetupMessages } from '../en/setup.ts';

export const setup: SetupMessages = {
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
};
