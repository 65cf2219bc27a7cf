import type { LinkingMessages } from '../en/linking.ts';

const rowsOf = (rows: readonly number[]) => (rows.length === 1 ? `la ligne ${rows[0]}` : `${rows.length} lignes`);

export const linking: LinkingMessages = {
  newRow: { title: 'Nouvelle ligne', text: 'Saisissez un e-mail ou un téléphone : nous cherchons le contact.' },

  looking: (name) => (name ? `Recherche de ${name}…` : 'Recherche du contact…'),
  isThis: (name) => (name ? `S’agit-il de ${name} ?` : 'Est-ce le contact ?'),
  isOneOf: (name) => (name ? `L’un d’eux est-il ${name} ?` : 'Le contact est-il parmi eux ?'),
  nobody: 'Aucun contact ne correspond à cette ligne.',
  nobodyHow: 'Cherchez dans HighLevel, ou créez le contact.',
  nobodyElse: 'Personne d’autre ne correspond à cette ligne.',
  nothing: 'Rien à chercher pour l’instant.',
  nothingHow: 'Ajoutez un e-mail ou un téléphone à la ligne, ou cherchez par nom.',
  failed: 'La recherche dans HighLevel a échoué.',
  slowDown: 'HighLevel nous demande de ralentir. Nous cherchons à nouveau dans un instant.',
  unreachable: 'HighLevel est injoignable. Nous cherchons à nouveau dans un instant.',
  unlinked: 'Cette ligne n’est pas encore liée.',
  lookedFor: {
    both: 'Nous avons cherché son e-mail et son téléphone dans HighLevel.',
    email: 'Nous avons cherché son e-mail dans HighLevel.',
    phone: 'Nous avons cherché son téléphone dans HighLevel.',
    name: 'Nous avons cherché son nom dans HighLevel.',
  },
  viewer: 'Un éditeur de ce document peut la lier.',

  which: 'Quel est le bon contact ?',
  nowLinked: (name) => `La ligne est liée à **${name}**.`,
  cancel: 'Annuler',

  reasons: { email: 'Même e-mail', phone: 'Même téléphone', name: 'Même nom', alike: 'Nom proche' },
  linkedTo: (rows) => `Lié à ${rowsOf(rows)}`,
  added: (day) => `ajouté le ${day}`,
  active: (day) => `dernière activité le ${day}`,
  inRow: (held) => `La ligne : ${held}`,
  list: 'Contacts possibles',
  link: 'Lier',
  linking: 'Liaison…',
  taken: (rows) =>
    rows.length === 1 ? `La ligne ${rows[0]} a déjà ce contact.` : `${rows.length} lignes ont déjà ce contact.`,
  linkAnyway: 'Lier quand même',
  rowChanged: 'Quelqu’un a modifié ou supprimé cette ligne entre-temps.',
  idColumn: 'l’identifiant du contact',

  or: 'ou',
  search: 'Chercher dans HighLevel',
  searchHint: 'Nom, e-mail, téléphone ou étiquette',
  clearSearch: 'Effacer la recherche',
  searching: 'Recherche…',
  noHit: (words) => `Personne dans HighLevel ne correspond à « ${words} ».`,
  results: (count) => (count < 2 ? `${count} contact trouvé` : `${count} contacts trouvés`),

  create: 'Créer le contact',
  fromColumns: (count) =>
    count < 2
      ? `Le crée dans HighLevel à partir de ${count} colonne associée.`
      : `Le crée dans HighLevel à partir de ${count} colonnes associées.`,
  checking: 'Recherche de doublons…',
  creating: 'Création…',
  unnamed: 'Ajoutez d’abord un e-mail ou un téléphone à la ligne : HighLevel s’en sert pour distinguer les contacts.',
  obstacle: (field, reason) => `**${field}** : ${reason}`,
  duplicates: 'HighLevel l’a déjà.',
  duplicatesHow: 'Liez-le plutôt, ou créez un autre contact.',
  duplicatesOnly: 'Liez-le plutôt : ce sous-compte garde un seul contact par e-mail et par téléphone.',
  createAnyway: 'Créer quand même',
  back: 'Retour',
  unsure: 'HighLevel n’a pas dit si le contact est créé. Réessayer permet de le savoir, sans en créer un second.',
  notCreated: 'Rien n’a été créé.',
  notLinked: 'Créé dans HighLevel, pas encore lié.',

  gone: {
    title: 'Ce contact n’existe plus dans HighLevel',
    text: 'Ce contact a été supprimé ou fusionné. Votre ligne n’a pas changé.',
    successor: 'Il a peut-être été fusionné avec :',
    find: 'Le retrouver',
    create: 'Le recréer',
    clear: 'Retirer le lien',
    id: 'Identifiant',
  },
  invalidId: {
    column: {
      email: 'Cette colonne contient des e-mails, pas des identifiants de contact',
      phone: 'Cette colonne contient des numéros de téléphone, pas des identifiants de contact',
      name: 'Cette colonne contient des noms, pas des identifiants de contact',
      'merge-tag': 'Cette colonne contient des champs de fusion, pas des identifiants de contact',
      other: 'Cette colonne ne contient pas d’identifiants de contact',
    },
    cell: {
      email: 'C’est un e-mail, pas un identifiant de contact',
      phone: 'C’est un numéro de téléphone, pas un identifiant de contact',
      name: 'C’est un nom, pas un identifiant de contact',
      'merge-tag': 'C’est un champ de fusion, pas un identifiant de contact',
      other: 'Ce n’est pas un identifiant de contact',
    },
    found: (text) => `La ligne contient **${text}** à la place de l’identifiant du contact. Rien n’est modifié.`,
    cellHow: 'Corrigez la cellule dans Grist, ou videz-la pour chercher le contact',
    invisible: 'Cet identifiant contient un caractère invisible',
    invisibleHow: 'Il est venu avec l’identifiant lors de la copie. HighLevel ne connaît l’identifiant que sans lui.',
    clean: 'Supprimer le caractère',
  },
};
