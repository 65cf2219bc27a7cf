/** How much of the log is kept. */
export interface ActivityLimits {
  /** Days after which an entry is deleted. */
  days: number;
  /** Entries of one document; the oldest are deleted first. */
  entries: number;
}

export const usualLimits: ActivityLimits = { days: 365, entries: 100_000 };
