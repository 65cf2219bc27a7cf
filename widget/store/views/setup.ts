import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { Direction } from '../../../sync/merge.ts';
import type { FieldRef } from '../../../sync/refs.ts';

/** A column of the table and the field that it seems to hold. */
export interface MatchView {
  colId: string;
  label: string;
  /** What its first rows hold. */
  samples: readonly string[];
  field: FieldRef;
  /** What HighLevel calls a custom field; `null` for the fields that the panel has a word for. */
  fieldLabel: string | null;
  direction: Direction;
  /** Is it to be mapped? */
  isChosen: boolean;
}

/** What is known of the table that the section shows. */
export interface TableOffer {
  title: string;
  rowCount: number;
  /** `null`: a column of contact ids is made. */
  idColumn: { label: string; filled: number } | null;
  matches: readonly MatchView[];
  /** The section that the panel is going to follow. `none`: its page has no section of this table. */
  following: 'already' | 'none' | { title: string };
  /** The page where the panel is set up for this table already. */
  setUpOn: string | null;
}

export type SetupView =
  | { step: 'reading' }
  /** The document's structure cannot be read. */
  | { step: 'unreadable' }
  /** The rows of the table are no contacts; `of` is the table that holds them. */
  | { step: 'obstacle'; kind: 'summary' | 'entries'; title: string; of: string }
  | { step: 'offer'; table: TableOffer }
  /** A template was made: its pages by name. */
  | { step: 'made'; pages: readonly string[] };

/** What the template's tables and columns are called, in the language of the person who makes them. */
export type TemplateWords = Readonly<
  Record<
    | ('contacts' | 'tasks' | 'notes' | 'appointments')
    | ('name' | 'email' | 'phone' | 'company' | 'tags' | 'source' | 'city')
    | ('title' | 'due' | 'done' | 'assignee' | 'contact' | 'added' | 'text' | 'author')
    | ('starts' | 'ends' | 'status' | 'calendar'),
    string
  >
>;

/** Makes a document ready for the panel by Grist's own actions; undo in Grist takes each of them back at once. */
export interface SetupStore {
  readonly view: ReadonlySignal<SetupView>;
  /** What is being written, until Grist has answered. */
  readonly writing: ReadonlySignal<'table' | 'template' | 'link' | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  choose(colId: string, isChosen: boolean): void;
  /** Maps the chosen columns and links the section. `idLabel` names a column of contact ids that is made. */
  useTable(idLabel: string): void;
  /** Takes over the columns and settings of the page where the panel is set up. */
  copySetup(): void;
  /** Makes tables for contacts and their entries. */
  startFresh(words: TemplateWords, idLabel: string): void;
  /** Makes the panel follow its table; resolves to `false` where nothing can be followed, or Grist refused. */
  follow(): Promise<boolean>;
}
