import type { TrustMessages } from '../en/trust.ts';

export const trust: TrustMessages = {
  check: {
    tab: 'Contrôle',
    title: 'Contrôler la table',
    text: 'Compare chaque ligne avec son contact HighLevel. Rien n’est écrit sans votre accord.',
    start: 'Contrôler',
    again: 'Contrôler à nouveau',
    stop: 'Arrêter',
    reading: 'Lecture des lignes…',
    compared: (done, total) => `${done} lignes comparées sur ${total}`,
    sent: (done, total) => `${done} lignes envoyées sur ${total}`,
    differ: (count, shown, total) =>
      count <= 1 ? `**${shown}** ligne sur ${total} diffère` : `**${shown}** lignes sur ${total} diffèrent`,
    asOf: (moment) => `Contrôle : ${moment}`,
    stopped: (done, total) => `Arrêté après ${done} lignes sur ${total}.`,
    noRows: 'Aucune ligne de cette table n’a encore de contact.',
    noColumns: 'Aucune colonne n’est encore associée à un champ : il n’y a rien à comparer.',
    equal: 'Chaque ligne comparée dit la même chose des deux côtés.',
    unlinked: (count) =>
      count === 1
        ? '1 ligne sans contact a été laissée de côté.'
        : `${count} lignes sans contact ont été laissées de côté.`,
    gone: 'N’existe plus dans HighLevel',
    unread: 'N’a pas pu être contrôlée',
    unanswered: 'HighLevel n’a pas répondu.',
    slow: 'HighLevel demande de ralentir.',
    rowsUnread: 'Impossible de lire les lignes de cette table.',
    send: (count) => (count === 1 ? 'Envoyer 1 modification' : `Envoyer ${count} modifications`),
    sendHow: 'Ce qui n’a changé que d’un côté passe à l’autre. Les conflits attendent votre choix.',
    list: 'Différences',
    sides: { grist: 'Dans Grist', highlevel: 'Dans HighLevel' },
    empty: '(vide)',
    outcomes: {
      'to-highlevel': 'Modifié dans Grist',
      'to-grist': 'Modifié dans HighLevel',
      conflict: 'Modifié des deux côtés',
      differs: 'Jamais identiques',
    },
    useGrist: 'Garder Grist',
    useHighLevel: 'Garder HighLevel',
    useFor: (what, field, row) => `${what} : ${field}, ${row}`,
    writing: 'Écriture…',
    row: (rowId) => `Ligne ${rowId}`,
    show: (row) => `Afficher ${row}`,
    notShown: 'Grist ne peut pas aller à cette ligne ici.',
    more: (count) => `Afficher ${count} de plus`,
  },
  history: {
    title: 'Historique',
    nothing: 'Rien n’a encore été modifié ici.',
    noHit: 'Rien dans l’historique ne contient cela.',
  },
  copy: {
    button: 'Copier dans une table',
    busy: 'Copie…',
    nothing: 'La table HighLevel_Activity contient déjà tout.',
    done: (count) =>
      count === 1 ? '1 entrée ajoutée à HighLevel_Activity.' : `${count} entrées ajoutées à HighLevel_Activity.`,
    what: 'le journal',
  },
};
