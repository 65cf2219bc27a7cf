import type { Messages } from '../en.ts';

export const screens: Messages['screens'] = {
  outside: {
    title: 'Cette page s’utilise dans Grist',
    text: 'Ajoutez-la à un document : **Ajouter** → **Ajouter une vue à la page** → **Personnalisée**, puis collez l’adresse de cette page comme URL personnalisée.',
  },
  booting: 'Chargement du panneau',
  noRow: { title: 'Sélectionnez une ligne', text: 'Le contact HighLevel de cette ligne s’affichera ici.' },
  stuck: 'Toujours bloqué ? Adressez-vous à la personne qui le gère, avec le code',
};
