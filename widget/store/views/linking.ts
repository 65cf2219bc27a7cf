import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Problem } from '../../../sync/validate.ts';
import type { Row } from '../../section/port.ts';

/** Why a contact may be the one of the row, the surest first. `alike`: HighLevel found it by the row's name. */
export type Reason = 'email' | 'phone' | 'name' | 'alike';

/** A contact that may be the one of the row. */
export interface Candidate {
  contact: Contact;
  /** Of a contact that somebody searched for, often none. */
  reasons: readonly Reason[];
  /** Other rows of the table that hold it already. */
  rows: readonly number[];
}

/** What HighLevel answered to a question; an answer that another question has overtaken is never shown. */
export interface Finds {
  step: 'nothing-to-search' | 'searching' | 'found' | 'failed';
  /** Best first; while searching, none. */
  candidates: readonly Candidate[];
  failure: Failure | null;
}

/** What the row says about itself, in the terms of fields: phones are E.164. A missing one is `''`. */
export interface Traces {
  name: string;
  email: string;
  phone: string;
}

/** A link on its way or in question. */
export interface LinkStep {
  /** `''`: the link is being cleared. */
  contactId: string;
  /** `taken`: other rows hold the contact already, and the person has to say that they mean it. */
  step: 'linking' | 'taken' | 'failed';
  rows: readonly number[];
  failure: Failure | null;
}

/** Why a row cannot become a contact yet. */
export interface Obstacle {
  field: FieldRef;
  /** What HighLevel calls a custom field; `null` for the fields that the panel has a word for. */
  label: string | null;
  problem: Problem;
  /** The character because of which it is invalid, where it is a single one. */
  character?: string;
}

/** How far the making of a contact from the row is. */
export type Creation =
  | { step: 'idle' }
  /** `unnamed`: HighLevel tells contacts apart by e-mail and phone, and the row has neither. */
  | { step: 'incomplete'; unnamed: boolean; obstacles: readonly Obstacle[] }
  | { step: 'checking' | 'creating' | 'linking' }
  /** HighLevel has somebody with the e-mail or phone. `mayCreate`: the location allows another one. */
  | { step: 'duplicates'; candidates: readonly Candidate[]; mayCreate: boolean }
  /** `unsure`: HighLevel may have made it; trying again finds out and never makes another. */
  | { step: 'failed'; failure: Failure; unsure: boolean }
  /** HighLevel has it, the row does not yet. */
  | { step: 'not-linked'; contactId: string; failure: Failure | null };

/**
 * Finds the contact of the row under the cursor, links it, or makes it. All is about that row: what was begun for another
 * one goes on for that one.
 */
export interface Linking {
  /** The row that needs a contact, or another contact; `null` when the screen is about none. */
  readonly row: ReadonlySignal<Row | null>;
  readonly traces: ReadonlySignal<Traces>;
  /** Who may be meant, by what the row says. */
  readonly likely: ReadonlySignal<Finds>;
  /** Words that the person searches for: a name, an e-mail, a phone, a tag. */
  readonly text: ReadonlySignal<string>;
  /** What those words find; `null` while there are none. */
  readonly found: ReadonlySignal<Finds | null>;
  readonly linking: ReadonlySignal<LinkStep | null>;
  readonly creation: ReadonlySignal<Creation>;
  /** How many mapped columns have something to say about a new contact. */
  readonly columns: ReadonlySignal<number>;
  search(text: string): void;
  /** Asks again at once. */
  again(): void;
  /** Writes the contact's id into the row. `anyway`: although other rows hold it. */
  link(contactId: string, anyway?: boolean): void;
  /** Takes the id out of the row. */
  clear(): void;
  /** Makes a contact of the row, or goes on with one that is half made. `anyway`: although HighLevel has a likely one. */
  create(anyway?: boolean): void;
  /** Back to where nothing was asked for. A contact that HighLevel made already is not forgotten. */
  dismiss(): void;
  dispose(): void;
}

/** The column of contact ids, where a cell of it holds something else. */
export interface IdColumn {
  /** `column`: no row has a contact id, so the wrong column was chosen. Returns the same function each time; never rejects. */
  scope(): Promise<'cell' | 'column'>;
  /** Removes invisible characters from the shown row's contact id. */
  clean(): void;
}

/** The way to the contact of a row. */
export interface LinkingPart {
  /** Returns the same store each time. */
  load(): Promise<Linking>;
  idColumn(): Promise<IdColumn>;
  /** Looks for another contact for the row; closes by itself when the row changes or is linked. */
  open(): void;
  close(): void;
}
