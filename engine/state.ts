/** What both sides last agreed on about one name: a field of a row, or an entry of a table. */
export interface Agreed {
  value: string;
  /** Grows with each agreement; the first is 1. */
  version: number;
  /** Epoch milliseconds. */
  at: number;
}

/** By name, e.g. `city@People.3` (a field of a row) or `mirror:task:abc@Tasks` (an entry of a table). */
export type AgreedByName = Readonly<Record<string, Agreed>>;

/** Values to agree on for one contact. A value is accepted only while its version is still the newest; 0 means none yet. */
export interface Agreement {
  contactId: string;
  fields: Readonly<Record<string, { value: string; version: number }>>;
}

/** What is changed. */
export type Act = 'field' | 'task' | 'note' | 'appointment' | 'contact' | 'link';

/** What started a change: a person in the panel, an edit in the grid, a change in HighLevel, an undo, a choice, a job, a rule. */
export type Origin = 'panel' | 'grid' | 'highlevel' | 'undo' | 'conflict' | 'mirror' | 'job' | 'automation';

/**
 * How a change ended. `half`: HighLevel has it, the row has not. `unknown`: no answer came. `conflict`: another client had
 * changed it. `given-up`: a newer change replaced it before it was sent.
 */
export type Result = 'saved' | 'refused' | 'half' | 'unknown' | 'conflict' | 'given-up';

/** A line of the log, written before the change is made. */
export interface Intent {
  /** A UUID: repeated, it is written once. */
  id: string;
  contactId: string;
  rowId: number | null;
  act: Act;
  /** The field, or the id of the task, note or appointment. */
  what: string;
  /** What people call it, where a field's name does not say. */
  label?: string;
  from: string;
  to: string;
  via: Origin;
}

/** How an intent ended. */
export interface Outcome {
  id: string;
  result: Result;
  reason?: string;
  /** HighLevel's, for its support. */
  traceId?: string;
}

/**
 * The state that all who work in a document share: base, log and leases. HTTP in the browser, the database on the server.
 * Every call takes many. Rejects with `HighLevelError`.
 */
export interface SyncState {
  /** By contact; a contact without any agreement is left out. At most 500 contacts. */
  readBase(contactIds: readonly string[]): Promise<Readonly<Record<string, AgreedByName>>>;
  /**
   * Returns the newest agreement for each of the names, whoever made it. At most 1,000 values. Rejects with the reason `full`, and
   * stores nothing, when the document or a contact has no room for new names.
   */
  agree(agreements: readonly Agreement[]): Promise<Readonly<Record<string, AgreedByName>>>;
  /** Rejects when the log cannot be written: then nothing may be changed. At most 200. */
  begin(intents: readonly Intent[]): Promise<void>;
  /**
   * Writes outcomes, and with them what both sides agree on now, and ends leases, in one transaction. Outcomes of unknown intents are ignored. At
   * most 200 outcomes and 1,000 values; new names for which there is no room are left out.
   */
  finish(
    outcomes: readonly Outcome[],
    agreements?: readonly Agreement[],
    release?: { holder: string; keys: readonly string[] },
  ): Promise<Readonly<Record<string, AgreedByName>>>;
  /**
   * Leases keys for `ttl` milliseconds by the state's own clock and returns those that are granted: free ones, and those that
   * the same holder has. `holder` is a page or a worker. At most 200 keys; `ttl` at most 10 minutes.
   */
  claim(holder: string, keys: readonly string[], ttl: number): Promise<ReadonlySet<string>>;
  /** Ends leases before their time. Keys of another holder are left alone. */
  release(holder: string, keys: readonly string[]): Promise<void>;
}
