import { type ReadonlySignal, signal } from '@preact/signals';

/** The time as the panel shows it. */
export interface Clock {
  readonly now: ReadonlySignal<number>;
  /** Ticks each second until that time, for a countdown; at rest it ticks each minute. */
  countTo(time: number): void;
  dispose(): void;
}

const second = 1000;
const minute = 60 * second;

/** A clock that costs nothing while nothing counts down. */
export function createClock(): Clock {
  const now = signal(Date.now());
  let until = 0;
  let timer = setTimeout(tick, minute);

  function tick() {
    now.value = Date.now();
    timer = setTimeout(tick, now.value < until ? second : minute);
  }

  return {
    now,
    countTo: (time) => {
      if (time <= Date.now()) return;
      until = Math.max(until, time);
      clearTimeout(timer);
      tick();
    },
    dispose: () => clearTimeout(timer),
  };
}
