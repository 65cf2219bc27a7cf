import { effect, untracked } from '@preact/signals';
import type { Failure } from '../../../engine/failure.ts';
import type { Clock } from '../clock.ts';
import type { Network } from '../connecting/network.ts';
import type { Outbox } from '../outbox.ts';
import type { Troubles } from '../troubles.ts';
import { retryWhenDue } from './retry.ts';

interface KeepTryingOptions {
  troubles: Troubles;
  network: Network;
  clock: Clock;
  /** Reads what is old or failed. */
  load: () => void;
  outbox: Pick<Outbox, 'retryAll'>;
}

const hasPassed = ({ code, retryAt = 0 }: Failure) =>
  code === 'unreachable' || (code === 'rate-limited' && retryAt <= Date.now());

/** Tries again by itself what failed for a while: when HighLevel said it may, when the network is back, and now and then. */
export function keepTrying({ troubles, network, clock, load, outbox }: KeepTryingOptions) {
  const stops = [
    effect(() => clock.countTo(troubles.limitedUntil.value ?? 0)),
    effect(() => {
      if (network.online.value) untracked(() => outbox.retryAll(({ code }) => code === 'unreachable'));
    }),
    retryWhenDue({
      failures: troubles.curable,
      run: () => {
        load();
        outbox.retryAll(hasPassed);
      },
    }),
  ];
  return {
    /** Sends what may be sent again now. */
    now: () => outbox.retryAll(hasPassed),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
