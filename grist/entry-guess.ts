import { type EntryKind, entryColumns } from '../sync/entries.ts';
import { holdsDayOnly, holdsWhole } from './entry-cells.ts';
import type { EntryColumns } from './entry-table.ts';
import type { TableChoice, TableColumn } from './structure.ts';

/** Names that people give to such columns, in the panel's languages. */
const names: Readonly<Record<string, RegExp>> = {
  id: /^(highlevel|high_level|ghl|hl)_?(task|note|appointment|event)?_?id$|^(task|note|appointment|event)_?id$/,
  contact: /^(contact|contacto|client|cliente|customer|person|lead)s?$/,
  title: /^(title|titre|t[ií]tulo|subject|name|nom|nombre|task|t[aâ]che|tarea)$/,
  body: /^(body|text|note|notes|description|content|texte|texto|contenu|contenido)$/,
  due: /^(due|due_?(date|at|on)|deadline|[eé]ch[eé]ance|vence|fecha_?l[ií]mite)$/,
  done: /^(is_?)?(done|complete|completed|finished|termin[eé]e?|faite?|hecho|hecha|completad[oa])$/,
  assignee: /^(assignee|assigned_?(to)?|owner|responsable|attribu[eé]e?_?[aà]|asignado_?a?)$/,
  added: /^(added|created|date_?added|created_?at|ajout[eé]e?|a[nñ]adid[oa]|date|fecha)$/,
  author: /^(author|by|created_?by|auteur|autor)$/,
  pinned: /^(pinned|[eé]pingl[eé]e?|fijad[oa])$/,
  starts: /^(starts?|start_?(time|at)|begins?|from|d[eé]but|inicio|when)$/,
  ends: /^(ends?|end_?(time|at)|until|to|fin)$/,
  status: /^(status|state|statut|estado)$/,
  calendar: /^(calendar|calendrier|calendario)$/,
  address: /^(address|where|location|place|adresse|lieu|direcci[oó]n|lugar)$/,
  notes: /^(notes?|description|remarks?|remarques?|notas)$/,
};

const bare = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/\?$/, '');

/** Guesses by names and types which columns of a table hold what of a kind of entry. What is not found is left out. */
export function guessEntryColumns(
  kind: EntryKind,
  { columns }: TableChoice,
  contactsTable: string,
): EntryColumns['columns'] {
  const taken = new Set<string>();
  const take = (key: string, fits: (column: TableColumn) => boolean): [string, string][] => {
    const found = columns.find(
      (column) =>
        !taken.has(column.colId) &&
        fits(column) &&
        (names[key]?.test(bare(column.colId)) || names[key]?.test(bare(column.label))),
    );
    if (!found) return [];
    taken.add(found.colId);
    return [[key, found.colId]];
  };
  const isText = ({ type }: TableColumn) => /^(Text|Choice|Any)$/.test(type);
  return Object.fromEntries([
    ...take('id', isText),
    ...take('contact', (column) => isText(column) || column.type === `Ref:${contactsTable}`),
    ...entryColumns[kind].flatMap(({ key, value }) =>
      take(key, ({ type }) => holdsWhole(value, type) || holdsDayOnly(value, type)),
    ),
  ]);
}
