import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { DocumentConnection } from '../../../panel-api/session.ts';

/** How the document is connected to a location, and what is going on about that. */
export interface ConnectionView {
  step: 'idle' | 'signing-in' | 'choosing' | 'busy';
  /** While choosing: the locations of the agency that signed in. */
  locations: readonly { id: string; name: string }[];
  /** Why the last try failed; `window-blocked`: the browser opened no window. */
  problem: Failure | 'window-blocked' | null;
  /** `undefined`: not known yet. */
  connection: DocumentConnection | null | undefined;
  canConnect: boolean;
}

/** The verbs that connect a document; fetched when somebody needs them. */
export interface Connecting {
  readonly view: ReadonlySignal<ConnectionView>;
  connect(): void;
  cancel(): void;
  /** Ends the sign-in with the code that the window shows, where the window could not hand it over. */
  claim(code: string): void;
  choose(locationId: string): void;
  disconnect(): void;
}
