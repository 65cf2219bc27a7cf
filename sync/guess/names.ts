import { folded } from '../characters.ts';
import type { FieldKey } from '../fields.ts';
import type { FieldRef } from '../refs.ts';

type Named = FieldKey | 'tags' | 'business' | 'dnd:email' | 'dnd:sms' | 'dnd:call';

/** What people call a field in English, French and Spanish, without accents. */
const names: Readonly<Record<Named, string>> = {
  name: 'full name, name, contact, contact name, client, customer, nom complet, nom et prenom, nom, nombre completo, nombre y apellidos, nombre y apellido, nombre, cliente, contacto',
  firstName: 'first name, given name, forename, prenom, nombre, nombre de pila, primer nombre',
  lastName: 'last name, surname, family name, nom, nom de famille, apellido, apellidos',
  email:
    'email, mail, email address, courriel, adresse e-mail, adresse mail, adresse electronique, correo, correo electronico, direccion de correo',
  phone:
    'phone, telephone, mobile, cell, phone number, telephone number, tel, mobile phone, mobile number, cell phone, portable, telephone portable, numero de telephone, gsm, telefono, movil, celular, telefono movil, numero de telefono',
  companyName:
    'company, company name, organization, organisation, employer, entreprise, societe, nom de l entreprise, empresa, compania, nombre de la empresa, organizacion',
  assignee:
    'owner, assigned to, assigned, assignee, contact owner, account manager, account owner, sales rep, responsible, proprietaire, responsable, assigne a, attribue a, commercial, charge de compte, propietario, asignado a, asignado, encargado, vendedor, comercial',
  source: 'source, lead source, contact source, origine, provenance, source du contact, origen, fuente, procedencia',
  website: 'website, web, url, site, homepage, site web, site internet, sitio web, pagina web, sitio',
  dateOfBirth:
    'date of birth, birthday, birth date, dob, born, date de naissance, anniversaire, naissance, ne le, fecha de nacimiento, cumpleanos, nacimiento',
  address1:
    'address, street, street address, address 1, address line 1, adresse, rue, adresse postale, direccion, calle, domicilio',
  city: 'city, town, ville, commune, localite, ciudad, localidad, poblacion, municipio',
  state: 'state, province, region, county, departement, etat, estado, provincia',
  postalCode: 'postal code, postcode, zip, zip code, code postal, cp, codigo postal',
  country: 'country, country code, pays, code pays, pais, codigo de pais',
  tags: 'tags, tag, contact tags, etiquettes, etiquetas, mots cles, palabras clave',
  business: 'business, business name, negocio',
  'dnd:email': 'do not email, dnd email, no email, ne pas ecrire, no enviar correo',
  'dnd:sms': 'do not text, dnd sms, no sms, pas de sms, no enviar sms',
  'dnd:call': 'do not call, dnd call, no calls, ne pas appeler, no llamar',
};

/** The words of a label or an id: `Prénom_client` and `prenomClient` are "prenom client". */
export const wordsOf = (label: string): string => folded(label.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/** "E-mail" and "email", "Firstname" and "first name" are the same name. */
const squeeze = (words: string) => words.replaceAll(' ', '');

const known = Object.entries(names).map(([field, list]) => ({
  field: field as FieldRef,
  phrases: list.split(', ').map(wordsOf),
}));

/** How surely a name identifies a field. */
export const sureness = { label: 4, colId: 3, part: 2, values: 1, nothing: 0 } as const;

interface Names {
  label: string;
  colId: string;
}

function sure(column: Names, phrases: readonly string[], isSeen: boolean): number {
  const [label, colId] = [wordsOf(column.label), wordsOf(column.colId)];
  const isNamed = (words: string) => phrases.some((phrase) => squeeze(phrase) === squeeze(words));
  if (isNamed(label)) return sureness.label;
  if (isNamed(colId)) return sureness.colId;
  // One word inside a longer name says little ("Event name"), unless the values say the same.
  const isPart = phrases.some((phrase) => (isSeen || phrase.includes(' ')) && ` ${label} `.includes(` ${phrase} `));
  if (isPart) return sureness.part;
  return isSeen ? sureness.values : sureness.nothing;
}

/** The standard fields and how surely a column is one, by its name; `looks` says which fields the values speak for. */
export function standardByName(column: Names, looks: ReadonlySet<FieldRef>): [FieldRef, number][] {
  return known.map(({ field, phrases }) => [field, sure(column, phrases, looks.has(field))]);
}

/** The same for a custom field, by its own name and the last part of its key. */
export function customByName(column: Names, field: { name: string; key?: string }): number {
  const phrases = [field.name, field.key?.split('.').at(-1) ?? ''].map(wordsOf).filter(Boolean);
  return sure(column, phrases, false);
}
