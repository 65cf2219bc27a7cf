import type { ColumnIssueMessages } from '../en/column-issues.ts';

export const columnIssues: ColumnIssueMessages = {
  issues: {
    numbers: ({ column, field }) =>
      `« ${column} » contient des nombres, et ${field} est du texte : ses zéros de début s’y perdent.`,
    days: ({ column, field }) =>
      `« ${column} » contient des dates, et ${field} peut être autre chose. Elle ne fait qu’envoyer.`,
    ticks: ({ column, field }) =>
      `« ${column} » contient des cases à cocher, et ${field} peut être autre chose. Elle ne fait qu’envoyer.`,
    times: ({ column, field }) =>
      `« ${column} » contient des dates avec l’heure, et ${field} peut être autre chose. Elle ne fait qu’envoyer.`,
    references: ({ column, field }) =>
      `« ${column} » renvoie aux lignes d’une autre table : rien ne passe entre elle et ${field}.`,
    unheld: ({ column, samples }) =>
      `« ${column} » ne peut pas contenir ${samples}, qui reste seulement dans HighLevel.`,
    several: ({ field, samples }) => `${samples} : plusieurs valeurs, et ${field} en prend une. Non envoyé.`,
    'not-an-option': ({ field, samples }) =>
      `${samples} : pas une option de ${field} dans HighLevel, donc non envoyé. Corrigez la cellule ou ajoutez l’option dans HighLevel.`,
    unknown: ({ samples }) =>
      `HighLevel ne connaît pas ${samples}, donc rien n’est envoyé. Corrigez la cellule ou ajoutez le nom dans HighLevel.`,
    'shared-name': ({ samples }) =>
      `Plusieurs portent le nom ${samples} dans HighLevel. Écrivez l’e-mail ou l’identifiant pour préciser.`,
    'short-year': ({ samples }) => `L’année de ${samples} est incomplète. Écrivez ses quatre chiffres.`,
    extension: ({ samples }) =>
      `${samples} a un numéro de poste, et les numéros de HighLevel n’ont pas de place pour lui. Non envoyé.`,
    unreadable: ({ field, samples }) => `${field} ne peut pas être ${samples}, donc non envoyé.`,
    'comes-back-different': ({ column, samples }) =>
      `${samples} reviendrait écrit autrement : « ${column} » ne fait qu’envoyer.`,
    ambiguous: ({ column, samples }) =>
      `${samples} peut vouloir dire deux choses. Dites dans les réglages comment « ${column} » se lit ; d’ici là, rien n’est envoyé.`,
  },
  types: { Text: 'Texte', Numeric: 'Numérique', Date: 'Date', ChoiceList: 'Liste de choix' },
  changeTo: (type) => `Changer le type de la colonne en ${type}`,
};
