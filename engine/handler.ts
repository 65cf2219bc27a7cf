import type { Failure } from './failure.ts';
import type { Equal } from './log.ts';
import type { Kind, Operation, OperationOf } from './operation.ts';
import type { Ports } from './ports.ts';
import type { Intent, Result } from './state.ts';

/** A line of the log, before it has an id. `part` is what of the operation it is about: a field, or `''` for all of it. */
export interface Line extends Omit<Intent, 'id'> {
  part: string;
}

/** What comparing with what was seen comes to. */
export interface Judgement<K extends Kind> {
  /** What goes on, perhaps brought up to what is there now; `null` when nothing does. */
  operation: OperationOf<K> | null;
  /** Parts that are given back, and why. */
  refused: ReadonlyMap<string, Failure>;
  /** Nothing is to be sent: the first side has it already. */
  isThere?: boolean;
  /** Nobody wants it any more: it is dropped, and nothing is logged. */
  isDropped?: boolean;
}

/** What the first side made of a write. */
export interface Written<K extends Kind, Now> {
  now: Now;
  /** What goes on where it is another operation by now: of a create that took effect in part the rest is an update. */
  operation?: OperationOf<K>;
  /** Parts that were not taken, by what was thrown. */
  refused: ReadonlyMap<string, unknown>;
}

/** What the other side made of it. */
export interface Followed {
  /** Parts that the other side did not take; they can be tried again. */
  failed: ReadonlyMap<string, Failure>;
  /** Parts that ended otherwise than saved. */
  ended: ReadonlyMap<string, Result>;
  /** What both sides hold now. */
  equal: readonly Equal[];
}

/** Nothing is left to do on the other side. */
export const followed: Followed = { failed: new Map(), ended: new Map(), equal: [] };

/** What the engine needs to know of a kind of operation. `Now` is what its first side holds. Everything but pure parts throws. */
export interface Handler<K extends Kind, Now> {
  /** The parts of an operation, each of which may succeed or fail by itself. */
  parts(operation: OperationOf<K>): readonly string[];
  /** The operation that is left with only some of its parts. */
  only(operation: OperationOf<K>, parts: ReadonlySet<string>): OperationOf<K>;
  /** What the log says. `now` is `null` where it could not be read. */
  lines(ports: Ports, operation: OperationOf<K>, now: Now | null): Promise<readonly Line[]>;
  /** Reads what the operation is about, as it is at this moment. */
  read(ports: Ports, operation: OperationOf<K>): Promise<Now>;
  /** Compares that with what was seen when the operation was wanted. */
  judge(ports: Ports, operation: OperationOf<K>, now: Now): Promise<Judgement<K>>;
  /** Writes to the first side. */
  write(ports: Ports, operation: OperationOf<K>, now: Now): Promise<Written<K, Now>>;
  /** What the first side has when the change took effect after all; `null` when it did not. */
  recover(ports: Ports, operation: OperationOf<K>): Promise<Now | null>;
  /** What a try has reached when it fails: what of it must be known the next time. */
  afterFailure?(operation: OperationOf<K>, error: unknown): OperationOf<K>;
  /** What a write has reached: what of it must be known when the other side has to be tried again. */
  afterWrite?(operation: OperationOf<K>, now: Now): OperationOf<K>;
  /** Brings the other side in step. */
  follow(ports: Ports, operation: OperationOf<K>, now: Now): Promise<Followed>;
  /** The operation that takes this one back; `null` when it cannot be taken back. `before` and `after`: the first side. */
  inverse(operation: OperationOf<K>, before: Now | null, after: Now | null): Operation | null;
}
