import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { Business } from '../../../highlevel/businesses.ts';

/** Who follows the contact shown, overlaid with what is on its way. */
export interface FollowersView {
  /** User ids; `null` until HighLevel has told. */
  ids: readonly string[] | null;
  saving: boolean;
  failure: Failure | null;
}

/** A contact of the same business, and the rows of this table that hold it. */
export interface BusinessContact {
  contactId: string;
  name: string;
  email: string;
  rowIds: readonly number[];
}

/** How much hangs on a contact; `null` where that is not known. */
export interface Belongings {
  tasks: number | null;
  notes: number | null;
  appointments: number | null;
}

/** What can be done with the contact shown beyond its fields, and what its pickers offer. What is asked for rejects with what `toFailure` reads. */
export interface ContactWork {
  /** The tags that the location knows, by name; read anew when they are older than a minute. */
  tags(): Promise<readonly string[]>;
  readonly followers: ReadonlySignal<FollowersView>;
  /** Asks who follows the contact shown, unless that is known. */
  readFollowers(): void;
  follow(userId: string): void;
  unfollow(userId: string): void;
  /** All businesses of the location, by name; read anew when they are older than a minute. */
  businesses(): Promise<readonly Business[]>;
  /** Names of businesses by id, as far as somebody asked for them. */
  readonly businessNames: ReadonlySignal<ReadonlyMap<string, string>>;
  nameBusiness(businessId: string): void;
  /** The other contacts of a business, at most 100. */
  sameBusiness(businessId: string): Promise<readonly BusinessContact[]>;
  belongings(): Belongings;
  /** Deletes the contact shown in HighLevel and clears the row's link; all else of the row stays. Answers why it could not. */
  remove(): Promise<Failure | null>;
}
