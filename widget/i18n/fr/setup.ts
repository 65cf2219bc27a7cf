import type { SetupMessages } from '../en/setup.ts';

export const setup: SetupMessages = {
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
};
