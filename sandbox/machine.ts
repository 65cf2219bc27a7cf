import type { Faults } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Quirks } from './quirks.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { SearchIndex } from './search-index.ts';
import type { State } from './state.ts';

/** The parts that answer requests together. */
export interface Machine {
  state: State;
  grants: Grants;
  limiter: RateLimiter;
  faults: Faults;
  quirks: Quirks;
  index: SearchIndex;
  /** HighLevel's clock, in epoch milliseconds. */
  now(): number;
  traceId(): string;
  emit(locationId: string, type: string, payload: Record<string, unknown>): void;
}
