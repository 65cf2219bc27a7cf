import type { Messages } from '../en.ts';

export const screens: Messages['screens'] = {
  outside: {
    title: 'Cette page s’utilise dans Grist',
    text: 'Ajoutez-la à un document : **Ajouter** → **Ajouter une vue à la page** → **Personnalisée**, puis collez l’adresse de cette page comme URL personnalisée.',
  },
  booting: 'Chargement du panneau',
  noRow: { title: 'Sélectionnez une ligne', text: 'Le contact HighLevel de cette ligne s’affichera ici.' },
  newRow: {
    title: 'Nouvelle ligne',
    text: 'Donnez-lui un identifiant de contact HighLevel, et le contact s’affichera ici.',
  },
  unmapped: {
    title: 'Plus qu’une étape',
    text: 'Indiquez au panneau quelle colonne contient le contact HighLevel.',
    accessDone: 'Autoriser l’accès complet au document',
    choose: 'Choisissez la colonne de l’identifiant',
    chooseHow:
      'Dans le menu **⋯** de cette vue, ouvrez **Options de la vue**. Sous **CONTACT ID**, choisissez une colonne de texte.',
    match: 'Associez vos colonnes aux champs',
    matchHow: 'Facultatif. Utile seulement pour garder les valeurs à jour des deux côtés.',
  },
  access: {
    title: 'Autorisez l’accès à ce document',
    text: 'Il le faut pour enregistrer vos modifications dans la table. Un éditeur ou un propriétaire du document peut le faire.',
    menu: 'Ouvrez le menu **⋯**',
    menuHow: 'En haut à droite de cette vue.',
    options: 'Choisissez **Options de la vue**',
    optionsHow: 'Grist ouvre son volet à droite.',
    level: 'Choisissez **Accès complet au document**',
    levelHow: 'Le panneau se recharge tout seul.',
    levelCaption: 'Niveau d’accès',
    levelValue: 'Accès complet au document',
  },
  unlinked: {
    title: (name) => (name ? `${name} : ligne pas encore liée` : 'Cette ligne n’est pas encore liée'),
    text: 'La ligne n’a pas d’identifiant de contact HighLevel. Trois étapes suffisent pour la lier :',
    open: 'Ouvrez le contact dans HighLevel',
    openHow: 'Son identifiant est la dernière partie de l’adresse de la page.',
    copy: 'Copiez cet identifiant',
    paste: 'Collez-le dans cette ligne',
    pasteHow: 'Dans la colonne associée à **CONTACT ID**.',
  },
  gone: {
    title: 'N’est plus dans HighLevel',
    text: 'Ce contact a été supprimé ou fusionné. Votre ligne n’a pas changé.',
    again: 'Chercher à nouveau',
    id: 'Identifiant',
  },
  unreachable: {
    title: 'Le service de synchronisation ne répond pas',
    text: 'Votre table va bien. Nous réessayons toutes les quelques secondes.',
    stuck: 'Toujours bloqué ? Adressez-vous à la personne qui le gère, avec le code',
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
      text: 'Votre table va bien, et vos modifications sont conservées.',
    },
  },
};
