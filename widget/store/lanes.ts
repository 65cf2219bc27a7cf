/** Runs jobs of one lane one after the other, jobs of different lanes side by side. */
export interface Lanes {
  run<T>(lane: string, job: () => Promise<T>): Promise<T>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (lane, job) => {
      const turn = (tails.get(lane) ?? Promise.resolve()).then(job);
      const tail = turn
        .catch(() => {})
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return turn;
    },
  };
}
