/** Runs async work one call at a time: a test decides when each call happens, and whether the work goes on at all. */
export interface Stepper {
  /** Makes the calls of a function wait for their steps. */
  gate<Args extends readonly unknown[], Result>(
    call: (...args: Args) => Result | Promise<Result>,
  ): (...args: Args) => Promise<Result>;
  /** Starts work in place of what ran before, up to its first call. */
  start(work: () => Promise<void>): Promise<void>;
  /** Lets the next call happen, and the work go on to the one after it. Returns whether there was a call. */
  step(): Promise<boolean>;
  /** Ends the work where it stands, as a closed page does. */
  crash(): void;
}

/** Returns when all that follows from what has happened has happened, apart from the calls that wait. */
const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createStepper(): Stepper {
  let waiting: (() => Promise<void>)[] = [];
  let failure: unknown = null;

  async function step() {
    const next = waiting.shift();
    if (!next) return false;
    await next();
    await quiet();
    if (failure) throw failure;
    return true;
  }

  return {
    gate:
      (call) =>
      (...args) => {
        // What a crashed page still calls goes to a queue that has been given up.
        const queue = waiting;
        return new Promise((resolve, reject) => {
          queue.push(async () => {
            try {
              resolve(await call(...args));
            } catch (error) {
              reject(error);
            }
          });
        });
      },
    async start(work) {
      waiting = [];
      work().catch((error: unknown) => {
        failure = error;
      });
      await quiet();
    },
    step,
    crash() {
      waiting = [];
    },
  };
}
