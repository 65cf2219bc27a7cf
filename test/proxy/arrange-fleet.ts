import { createBudget } from '../../proxy/rate-limit/budget.ts';
import { createQuota, heartbeat, type Member } from '../../proxy/rate-limit/quota.ts';
import { createUsage } from '../../proxy/rate-limit/usage.ts';

const interval = 10_000;

/** How HighLevel's window runs, as far as its reports of what is left tell. */
export type Told = 'sliding' | 'fixed' | 'nothing';

export interface Trouble {
  /** `cut`: no question reaches the database. `deaf`: what is written there gets no answer, and is carried out late. */
  kind: 'start' | 'leave' | 'kill' | 'freeze' | 'cut' | 'deaf' | 'jump';
  proxy: number;
  /** Milliseconds until the next, and how long this one lasts. */
  pause: number;
  lasts: number;
}

/** Proxies in one time that runs as fast as the test likes, each with a clock of its own, before HighLevel and a database. */
export function createFleet(windows: readonly number[], told: Told, random: () => number) {
  let time = 0;
  const events: { at: number; run: () => void }[] = [];
  const register = { version: 0, members: [] as Member[] };
  const arrivals = windows.map(() => [] as number[]);
  const excesses: string[] = [];
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

  /** How long a question is on its way to the database, or the answer back. */
  const hop = () => (random() < 0.9 ? between(1, 5) : between(1, 600));

  function at(delay: number, run: () => void): void {
    const event = { at: time + delay, run };
    const place = events.findLastIndex((other) => other.at <= event.at) + 1;
    events.splice(place, 0, event);
  }

  function pass(duration: number): void {
    const end = time + duration;
    for (let next = events[0]; next && next.at <= end; next = events[0]) {
      events.shift();
      time = next.at;
      next.run();
    }
    time = end;
  }

  /** Counts a request of a location, as HighLevel does; answers what it reports to be left. */
  function arrive(location: number): number {
    const max = windows[location] ?? 0;
    const all = arrivals[location] ?? [];
    all.push(time);
    const lately = all.filter((arrival) => arrival > time - interval).length;
    if (lately > max) excesses.push(`${lately} of ${max} at ${time}`);
    const start = Math.floor(time / interval) * interval;
    return Math.max(0, max - (told === 'sliding' ? lately : all.filter((arrival) => arrival >= start).length));
  }

  function start(id: string) {
    // No more than a clock that is being put right is off.
    const rate = 1 + (random() - 0.5) / 1000;
    const budgets = windows.map(() => createBudget());
    let isRunning = true;
    let wallAhead = between(-1e6, 1e6);
    let frozenUntil = 0;
    let cutUntil = 0;
    let deafUntil = 0;
    let turn = 0;
    let isLeaving = false;
    let isGone = false;
    const steady = () => time * rate;
    const usage = createUsage(() => budgets, steady);
    const quota = createQuota(id, usage, { steady, wall: () => steady() + wallAhead });

    /** Something that happens in the process: never once it is dead, and late when it is frozen. */
    const inside = (delay: number, run: () => void) => at(delay, () => whenAwake(run));
    const whenAwake = (run: () => void): void => {
      if (frozenUntil > time) at(frozenUntil - time, () => whenAwake(run));
      else if (isRunning) run();
    };

    function replace(mine: number, change: (members: Member[]) => Member[], written: () => void): void {
      inside(hop(), () => {
        if (cutUntil > time || mine !== turn) return;
        const { version } = register;
        const members = change(structuredClone(register.members));
        const isHeard = deafUntil <= time;
        // It is carried out although the process may be dead by then.
        at(isHeard ? hop() : between(1, 40_000), () => {
          const isLatest = register.version === version;
          if (isLatest) Object.assign(register, { version: version + 1, members: structuredClone(members) });
          if (!isHeard) return;
          inside(hop(), () => (isLatest ? mine === turn && written() : replace(mine, change, written)));
        });
      });
    }

    function sendHeartbeat(): void {
      if (isGone) return;
      turn += 1;
      let confirm = () => {};
      const change = (members: Member[]) => {
        const beat = quota.beat(members);
        confirm = beat.confirm;
        return beat.members;
      };
      replace(turn, change, () => confirm());
      inside(heartbeat, sendHeartbeat);
    }

    function send(location: number): void {
      const budget = budgets[location];
      if (!budget || budget.check('people', steady(), quota).wait > 0) return;
      budget.sent();
      const isKnown = budget.limits().max !== undefined;
      at(random() < 0.7 ? between(1, 100) : between(2000, 2900), () => {
        const remaining = arrive(location);
        inside(random() < 0.9 ? between(6, 20) : between(6, 2000), () => {
          if (isKnown && random() < 0.05) budget.lost(steady());
          else {
            const report = { max: windows[location] ?? 0, interval };
            budget.answered(steady(), told === 'nothing' ? report : { ...report, remaining });
          }
        });
      });
      send(location);
    }

    function work(): void {
      if (isLeaving) return;
      for (const location of windows.keys()) send(location);
      inside(between(50, 500), work);
    }

    sendHeartbeat();
    work();
    return {
      isRunning: () => isRunning,
      wait: quota.wait,
      shares: () => windows.map((max) => quota.of({ max })),
      kill: () => {
        isRunning = false;
      },
      /** Takes no more work, and goes when what it has begun is done or has had its time. */
      leave() {
        isLeaving = true;
        const grace = time + 10_000;
        const end = () => {
          isRunning = false;
        };
        const go = () => {
          if (usage.lasting() === Number.POSITIVE_INFINITY && time < grace) return inside(50, go);
          isGone = true;
          turn += 1;
          replace(turn, (members) => quota.leave(members), end);
          inside(2000, end);
        };
        go();
      },
      suffer(kind: Trouble['kind'], lasts: number) {
        if (kind === 'freeze') frozenUntil = time + lasts;
        if (kind === 'cut') cutUntil = time + lasts;
        if (kind === 'deaf') deafUntil = time + lasts;
        if (kind === 'jump') wallAhead += lasts - 30_000;
      },
    };
  }

  return { start, pass, excesses, used: () => arrivals.map((all) => all.filter((at) => at > time - interval).length) };
}

export type Process = ReturnType<ReturnType<typeof createFleet>['start']>;
