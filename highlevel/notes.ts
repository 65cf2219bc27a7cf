export interface Note {
  id: string;
  contactId: string;
  title: string;
  /** May be HTML as HighLevel's editor wrote it: sanitise before showing, save unchanged. */
  body: string;
  /** User id of the author, or `''`. */
  author: string;
  /** Epoch milliseconds, or `null`. */
  dateAdded: number | null;
  pinned: boolean;
  /** `#rrggbb`, or `''`. */
  color: string;
}
