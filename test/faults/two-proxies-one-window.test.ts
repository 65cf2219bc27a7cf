import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../helpers/databases.ts';
import { postgresFolder } from '../helpers/postgres.ts';
import { arrangeProcesses, type ProxyProcess } from '../helpers/proxy-processes.ts';

const max = 25;
const interval = 10_000;

/** Proxies on one Postgres, before a HighLevel that lets through few requests. */
async function arrange() {
  const processes = await arrangeProcesses(await newDatabase('Postgres'));
  onTestFinished(processes.close);
  const { sandbox, startProxy, connect, request } = processes;
  sandbox.limits.max = max;
  sandbox.limits.interval = interval;
  const one = await startProxy();
  const session = await connect(one);

  /** Asks again and again, more than any window holds, until `signal`; counts what was answered. */
  const press = async (proxy: ProxyProcess, signal: AbortSignal): Promise<number> => {
    let answered = 0;
    for (let turn = 0; !signal.aborted; turn++) {
      const calls = Array.from({ length: 10 }, (_, call) =>
        request(proxy, 'GET', `/api/highlevel/contacts/?query=${proxy.process.pid}-${turn}-${call}`, session),
      );
      for (const { status } of await Promise.all(calls.map((call) => call.catch(() => ({ status: 0 }))))) {
        if (status === 200) answered += 1;
      }
      // Faster, and the proxy's own limit for a person would hold it back in place of the window.
      await wait(800);
    }
    return answered;
  };

  const asked = () => sandbox.requests.filter(({ path }) => /^\/(contacts|locations)\//.test(path));
  /** The most requests that HighLevel saw within a window, wherever it is laid. */
  const densest = () =>
    Math.max(...asked().map(({ at }) => asked().filter((other) => other.at >= at && other.at < at + interval).length));
  return { ...processes, one, press, asked, densest };
}

test.skipIf(!postgresFolder)(
  'several proxies never send one request over the window: one joins, one is killed, one is stopped',
  async () => {
    const { startProxy, press, asked, densest, one } = await arrange();
    const [alone, both, without, ends] = Array.from({ length: 4 }, () => new AbortController());
    if (!alone || !both || !without || !ends) throw new RangeError();
    const first = press(one, without.signal);
    await wait(3000);
    const other = await startProxy();
    const second = press(other, both.signal);
    await wait(15_000);
    await other.kill();
    both.abort();
    const late = await startProxy();
    const third = press(late, ends.signal);
    await wait(25_000);
    without.abort();
    expect(await first).toBeGreaterThan(max);
    expect(await second).toBeGreaterThan(0);
    expect(await one.stop()).toBe(0);
    await wait(2 * interval + 4000);
    ends.abort();
    expect(await third).toBeGreaterThan(0);
    const lately = asked().filter(({ at }) => at > Date.now() - interval - 2000);
    expect(lately.length).toBeGreaterThan(max / 2);
    expect(densest()).toBeLessThanOrEqual(max);
    expect(asked().filter(({ status }) => status === 429)).toEqual([]);
  },
);
