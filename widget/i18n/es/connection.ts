import type { ConnectionMessages } from '../en/connection.ts';

export const connection: ConnectionMessages = {
  connect: {
    title: 'Conecta HighLevel',
    text: 'Inicia sesión, elige una subcuenta y sus contactos aparecen junto a tus filas.',
    button: 'Conectar',
    small: 'Abre una ventana nueva. No se escribe nada hasta que tú lo digas.',
    signingIn: 'Termina en la otra ventana',
    signingInText: 'Inicia sesión en HighLevel y elige una subcuenta. El panel continúa automáticamente.',
    code: '¿Esa ventana muestra un código?',
    codeLabel: 'Código de la ventana',
    useCode: 'Usar este código',
    busy: 'Conectando…',
    choose: '¿Qué subcuenta?',
    chooseText: 'Has iniciado sesión para una agencia. Elige la subcuenta de este documento.',
    blocked:
      'Tu navegador no abrió ninguna ventana. Permite las ventanas emergentes en esta página y pulsa Conectar otra vez.',
    brokenTitle: 'HighLevel cerró nuestra sesión',
    brokenText: 'Hay que volver a conectar la subcuenta. Tus cambios se conservan.',
    reconnect: 'Conectar otra vez',
    other: 'Solo un propietario de este documento puede conectarlo.',
    cancel: 'Cancelar',
    since: (date) => `Desde: ${date}`,
    pinned: 'Conectado por quien gestiona el servicio',
    disconnect: 'Desconectar',
    disconnectAsk: '¿Desconectar esta subcuenta?',
    disconnectText:
      'Nadie verá sus contactos en este documento hasta que se conecte de nuevo. Las filas y HighLevel se quedan como están.',
    keep: 'Conservar',
    connected: 'Conectado',
    notConnected: 'Sin conexión',
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
      text: 'Tu tabla está intacta y tus cambios se conservan.',
    },
  },
  refusals: {
    'empty-token':
      'Grist no dio ningún token. Pon el nivel de acceso de esta sección en **Acceso completo al documento**.',
    fork: 'Esto es una copia sin guardar. Abre el documento mismo.',
    anonymous: 'Inicia sesión en Grist primero. El panel no se abre para visitantes.',
    'unknown-origin': 'El servicio no conoce este Grist. Quien lo gestiona puede añadir su dirección.',
    'unlisted-document': 'Este servicio no es para este documento. Quien lo gestiona puede añadirlo.',
    'visitors-unknown':
      'Grist no le dice al servicio quiénes son sus visitantes, así que no deja entrar a nadie. Quien lo gestiona puede arreglarlo.',
    'other-document': 'Grist dice que no tienes acceso a este documento. Recarga la página.',
    'document-gone': 'Grist ya no tiene este documento.',
    'grist-behind-sign-on':
      'El servicio no puede preguntar a Grist quién eres, porque Grist pide iniciar sesión. Quien lo gestiona puede dar una dirección interna.',
    'not-owner': 'Solo un propietario de este documento puede hacerlo.',
    inactive: 'HighLevel dice que esta subcuenta no está activa. Su agencia sabe por qué.',
    misconfigured:
      'HighLevel no acepta el identificador o el secreto del servicio. Quien lo gestiona puede arreglarlo.',
    agency: 'Has iniciado sesión para toda una agencia. Pulsa Conectar otra vez y elige una subcuenta.',
  },
};
