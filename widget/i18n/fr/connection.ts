import type { ConnectionMessages } from '../en/connection.ts';

export const connection: ConnectionMessages = {
  connect: {
    title: 'Connectez HighLevel',
    text: 'Connectez-vous, choisissez un sous-compte, et ses contacts apparaissent à côté de vos lignes.',
    button: 'Connecter',
    small: 'Ouvre une nouvelle fenêtre. Rien n’est écrit sans votre accord.',
    signingIn: 'Terminez dans l’autre fenêtre',
    signingInText: 'Connectez-vous à HighLevel et choisissez un sous-compte. Le panneau continue automatiquement.',
    code: 'Cette fenêtre affiche un code ?',
    codeLabel: 'Code de la fenêtre',
    useCode: 'Utiliser ce code',
    busy: 'Connexion…',
    choose: 'Quel sous-compte ?',
    chooseText: 'Vous vous êtes connecté pour une agence. Choisissez le sous-compte de ce document.',
    blocked:
      'Votre navigateur n’a pas ouvert de fenêtre. Autorisez les fenêtres pour cette page, puis appuyez de nouveau sur Connecter.',
    brokenTitle: 'HighLevel nous a déconnectés',
    brokenText: 'Il faut reconnecter le sous-compte. Vos modifications sont conservées.',
    reconnect: 'Reconnecter',
    other: 'Seul un propriétaire de ce document peut le connecter.',
    cancel: 'Annuler',
    since: (date) => `Depuis : ${date}`,
    pinned: 'Connecté par la personne qui gère le service',
    disconnect: 'Déconnecter',
    disconnectAsk: 'Déconnecter ce sous-compte ?',
    disconnectText:
      'Plus personne ne verra ses contacts dans ce document tant qu’il n’est pas reconnecté. Les lignes et HighLevel ne changent pas.',
    keep: 'Garder',
    connected: 'Connecté',
    notConnected: 'Non connecté',
  },
  refused: {
    notConnected: {
      title: 'HighLevel n’est pas connecté',
      text: 'La personne qui gère le service de synchronisation doit connecter un compte HighLevel à ce document.',
    },
    forbidden: {
      title: 'Ce document n’est pas autorisé',
      text: 'Le service de synchronisation ne connaît pas ce document, ou vos droits ne suffisent pas. Adressez-vous à son propriétaire.',
    },
    unauthenticated: {
      title: 'HighLevel nous a déconnectés',
      text: 'Une personne qui y a accès doit se reconnecter. Vos modifications sont conservées.',
    },
    other: {
      title: 'Cela n’a pas fonctionné',
      text: 'Votre table est intacte, et vos modifications sont conservées.',
    },
  },
  refusals: {
    'empty-token':
      'Grist n’a pas donné de jeton. Réglez le niveau d’accès de cette vue sur **Accès complet au document**.',
    fork: 'Ceci est une copie non enregistrée. Ouvrez le document lui-même.',
    anonymous: 'Connectez-vous d’abord à Grist. Le panneau ne s’ouvre pas pour les visiteurs.',
    'unknown-origin': 'Le service ne connaît pas ce Grist. La personne qui le gère peut ajouter son adresse.',
    'unlisted-document': 'Ce service n’est pas destiné à ce document. La personne qui le gère peut l’ajouter.',
    'visitors-unknown':
      'Grist n’indique pas au service qui sont ses visiteurs : personne ne peut entrer. La personne qui le gère peut y remédier.',
    'other-document': 'Grist indique que vous n’avez pas accès à ce document. Rechargez la page.',
    'document-gone': 'Grist n’a plus ce document.',
    'grist-behind-sign-on':
      'Le service ne peut pas demander à Grist qui vous êtes : Grist exige une connexion. La personne qui le gère peut donner une adresse interne.',
    'not-owner': 'Seul un propriétaire de ce document peut le faire.',
    inactive: 'HighLevel indique que ce sous-compte n’est pas actif. Son agence peut dire pourquoi.',
    misconfigured: 'HighLevel refuse l’identifiant ou le secret du service. La personne qui le gère peut y remédier.',
    agency:
      'Vous vous êtes connecté pour toute une agence. Appuyez de nouveau sur Connecter et choisissez un sous-compte.',
  },
};
