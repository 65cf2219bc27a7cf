import type { Messages } from '../en.ts';

export const status: Messages['status'] = {
  unread: 'Pas encore lu',
  show: 'Afficher',
  saving: 'Enregistrement…',
  row: (row, rows) => `${row} sur ${rows}`,
  offline: 'Hors ligne',
  waiting: (count) => (count < 2 ? `${count} modification en attente` : `${count} modifications en attente`),
  failed: (count) => (count < 2 ? `${count} modification non enregistrée` : `${count} modifications non enregistrées`),
  differs: (count) => (count < 2 ? `${count} champ diffère` : `${count} champs diffèrent`),
  conflicts: (count) => (count < 2 ? `${count} champ attend une décision` : `${count} champs attendent une décision`),
  asOf: (time) => `État à ${time}`,
  loading: 'Chargement…',
  upToDate: 'À jour',
};
