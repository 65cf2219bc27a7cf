import { effect, untracked } from '@preact/signals';
import type { Clock } from '../clock.ts';
import type { Network } from '../connecting/network.ts';
import type { Troubles } from '../troubles.ts';
import type { Failure } from '../view.ts';
import { retryWhenDue } from './retry.ts';

interface KeepTryingOptions {
  troubles: Troubles;
  network: Network;
  clock: Clock;
  /** Reads what is old or failed. */
  load: () => void;
  /** Those who keep what could not be sent. */
  senders: readonly { retryAll(isDue: (failure: Failure) => boolean): void }[];
}

const hasPassed = ({ code, retryAt = 0 }: Failure) =>
  code === 'unreachable' || (code === 'rate-limited' && retryAt <= Date.now());

/** Tries again by itself what failed for a while: when HighLevel said it may, when the network is back, and now and then. */
export function keepTrying({ troubles, network, clock, load, senders }: KeepTryingOptions) {
  const send = (isDue: (failure: Failure) => boolean) => {
    for (const { retryAll } of senders) retryAll(isDue);
  };
  const stops = [
    effect(() => clock.countTo(troubles.limitedUntil.value ?? 0)),
    effect(() => {
      if (network.online.value) untracked(() => send(({ code }) => code === 'unreachable'));
    }),
    retryWhenDue({
      failures: troubles.curable,
      run: () => {
        load();
        send(hasPassed);
      },
    }),
  ];
  return {
    /** Sends what may be sent again now. */
    now: () => send(hasPassed),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
