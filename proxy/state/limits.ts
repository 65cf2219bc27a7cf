/** How much of the log is kept. */
export interface ActivityLimits {
  /** Days after which an entry is deleted. */
  days: number;
  /** Entries of one document; the oldest are deleted first. */
  entries: number;
}

export const usualLimits: ActivityLimits = { days: 365, entries: 100_000 };

/** Caps of one document, beside those of `ActivityLimits`. */
export interface StateCaps {
  /** Bytes of the log; the oldest entries are deleted first. */
  logBytes: number;
  /** Values of the base. Beyond it no new one is stored until others are deleted. */
  values: number;
  /** The same, of one contact. */
  valuesOfContact: number;
  /** Bytes of the base. Beyond it no value is stored that takes more than the one before it. */
  baseBytes: number;
  /** Leases that run. */
  leases: number;
}

const megabyte = 2 ** 20;

export const usualCaps: StateCaps = {
  logBytes: 256 * megabyte,
  values: 2_000_000,
  valuesOfContact: 2_000,
  baseBytes: 512 * megabyte,
  leases: 10_000,
};

/** Days after which the base of a contact is deleted, unless it is read or written in the meantime. */
export const unusedDays = 400;
export const day = 24 * 3600_000;
