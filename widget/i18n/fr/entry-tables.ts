import type { EntryTablesMessages } from '../en/entry-tables.ts';

export const entryTables: EntryTablesMessages = {
  title: 'Tables de tâches, notes et rendez-vous',
  text: 'Les lignes d’une table peuvent représenter ce que HighLevel garde sur vos contacts. Ce qui est lu ou écrit ici arrive dans les lignes ; ce que vous tapez dans la grille arrive dans HighLevel. Supprimer une ligne ne supprime rien dans HighLevel : elle revient.',
  kinds: { task: 'Tâches', note: 'Notes', appointment: 'Rendez-vous' },
  none: 'Aucune table',
  create: 'Créer une table',
  creating: 'Création…',
  columns: (joined, all) => `${joined} colonnes associées sur ${all}`,
  noColumn: 'Aucune colonne',
  needsId: 'Choisissez la colonne de l’identifiant HighLevel : sans elle, les lignes ne se distinguent pas.',
  needsContact: 'Choisissez la colonne du contact, pour que les nouvelles lignes soient liées.',
  keys: {
    id: 'Identifiant HighLevel',
    contact: 'Contact',
    title: 'Titre',
    body: 'Texte',
    due: 'Échéance',
    done: 'Terminé',
    assignee: 'Responsable',
    added: 'Ajouté le',
    author: 'Auteur',
    pinned: 'Épinglé',
    starts: 'Début',
    ends: 'Fin',
    status: 'Statut',
    calendar: 'Calendrier',
    address: 'Lieu',
    notes: 'Notes',
  },
  fill: 'Remplir pour tous les contacts',
  fillText:
    'Les lignes arrivent quand vous ouvrez des contacts. Les remplir maintenant pour tous les contacts ? Cela se fait en arrière-plan, vos actions restent prioritaires.',
  filling: (done, total) => `${done} contacts sur ${total}`,
  stop: 'Arrêter',
  filled: (done) => (done === 1 ? 'Éléments de 1 contact récupérés.' : `Éléments de ${done} contacts récupérés.`),
  failed: (count) =>
    count === 1
      ? 'Les éléments de 1 contact n’ont pas pu être récupérés.'
      : `Les éléments de ${count} contacts n’ont pas pu être récupérés.`,
};
