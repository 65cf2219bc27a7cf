/** Milliseconds between two questions: people type faster than is worth asking. */
const interval = 250;

/** Gives turns to ask HighLevel, at most one per interval. */
export interface Pace {
  /** Waits for a turn. Rejects with the signal's reason, and uses up no turn, when the question is overtaken meanwhile. */
  turn(signal: AbortSignal): Promise<void>;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function createPace(): Pace {
  let next = 0;
  return {
    async turn(signal) {
      while (Date.now() < next && !signal.aborted) await sleep(next - Date.now());
      signal.throwIfAborted();
      next = Date.now() + interval;
    },
  };
}
