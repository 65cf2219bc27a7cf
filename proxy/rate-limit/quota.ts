import type { Limits } from './limits.ts';
import { usualInterval } from './limits.ts';

/** Milliseconds between two heartbeats. */
export const heartbeat = 1000;
/** Milliseconds after a heartbeat in which a proxy may send; what passes unnoticed between two clocks is taken off. */
const validity = 5000;
const margin = 500;
/** Milliseconds in which a request that was sent arrives at HighLevel, or never does. */
const transit = 3000;
/** The smallest window that HighLevel has been seen to give, and so how many proxies can have a part of every window. */
const smallestWindow = 25;
const tiny = 1e-9;

/** A proxy as the others know it. */
export interface Member {
  id: string;
  /** Counts its heartbeats. */
  beat: number;
  /** It uses at most the window divided by this, in each location; 0: nothing yet. */
  divisor: number;
  /** Milliseconds after its last heartbeat until nothing that it sent counts at HighLevel any more. */
  ttl: number;
}

/** What a proxy's own requests take of the windows at the moment. */
export interface Usage {
  /** Is no more used, in any location, than its window divided by `divisor`? */
  fits(divisor: number): boolean;
  /** The longest window of any location, in milliseconds. */
  longestInterval(): number;
  /** Milliseconds until nothing that was sent counts any more; `Infinity` while an answer is awaited. */
  lasting(): number;
}

/** A monotonic clock, and one that goes on while the machine sleeps. */
export interface Clocks {
  steady(): number;
  wall(): number;
}

/** How many requests of a location's window are its part when it is divided by `divisor`. */
export function partOf(divisor: number, { max }: Limits): number {
  if (divisor === 0) return 0;
  return divisor === 1 ? (max ?? Number.POSITIVE_INFINITY) : Math.floor((max ?? smallestWindow) / divisor);
}

const sumOf = (members: readonly Member[]) =>
  members.reduce((sum, { divisor }) => sum + (divisor === 0 ? 0 : 1 / divisor), 0);

/**
 * One proxy's quota among those that share HighLevel's windows. The members and their parts are one text that only the proxy
 * that has read it last may replace, so the parts never add up to more than the whole: a new proxy takes what is free, a proxy
 * that sees more members uses less at once and frees the rest when its requests have left the window, and a silent proxy keeps
 * its part until nothing of it can count. By reading the text a quota only ever shrinks; it grows when its own text was written.
 */
export function createQuota(id: string, usage: Usage, { steady, wall }: Clocks) {
  /** The others' last heartbeats, and since when each is known: clocks of two machines are never compared. */
  const watched = new Map<string, { beat: number; since: number }>();
  let beat = 0;
  let divisor = 0;
  let until = { steady: 0, wall: 0 };
  let longest = usualInterval;
  let covered = 0;
  let nextChance = 0;

  function watch(members: readonly Member[], now: number): void {
    const ids = new Set(members.map((member) => member.id));
    for (const known of watched.keys()) if (!ids.has(known)) watched.delete(known);
    for (const member of members) {
      if (watched.get(member.id)?.beat !== member.beat) watched.set(member.id, { beat: member.beat, since: now });
    }
  }

  const endOf = (member: Member) => (watched.get(member.id)?.since ?? steady()) + member.ttl;

  /** The other members whose requests may still count. */
  function othersOf(members: readonly Member[], now: number): Member[] {
    watch(members, now);
    return members.filter((member) => member.id !== id && endOf(member) > now);
  }

  /** The divisor that it may declare: a greater one when it uses no more than that, a smaller one when that much is free. */
  function declare(declared: number, wanted: number, others: readonly Member[]): number {
    if (declared > 0 && wanted >= declared) return usage.fits(wanted) ? wanted : declared;
    const free = 1 - sumOf(others);
    const possible = Math.max(wanted, Math.ceil(1 / Math.max(free, tiny) - tiny));
    if (possible > smallestWindow) return declared;
    return declared === 0 ? possible : Math.min(declared, possible);
  }

  return {
    /** How many requests of a location's window this proxy may use at the moment. */
    of(limits: Limits): number {
      const isOver = steady() >= until.steady || wall() >= until.wall;
      return isOver || (limits.interval ?? 0) > covered ? 0 : partOf(divisor, limits);
    },

    /** Milliseconds until a quota may come where there is none. */
    wait: (): number => Math.max(heartbeat, nextChance - steady()),

    /** A heartbeat: the members as they are to be written, and what to call when exactly that was written. */
    beat(members: readonly Member[]): { members: Member[]; confirm(): void } {
      const now = { steady: steady(), wall: wall() };
      const others = othersOf(members, now.steady);
      const wanted = Math.min(others.length + 1, smallestWindow);
      const declared = members.find((member) => member.id === id)?.divisor ?? 0;
      // Another proxy took it for dead: its part may be another's by now.
      divisor = declared === 0 ? 0 : divisor && Math.max(divisor, wanted);
      longest = Math.max(longest, usage.longestInterval());
      beat += 1;
      const mine = { id, beat, divisor: declare(declared, wanted, others), ttl: validity + transit + longest };
      const silent = others.filter((member) => now.steady - (endOf(member) - member.ttl) > 2 * heartbeat);
      // A live proxy gives way within moments or a window; a silent one, only when its time is over.
      nextChance = silent.length > 0 ? Math.min(...silent.map(endOf)) : 0;
      return {
        members: [...others, mine],
        confirm() {
          divisor = mine.divisor && Math.max(mine.divisor, wanted);
          covered = mine.ttl - validity - transit;
          until = { steady: now.steady + validity - margin, wall: now.wall + validity - margin };
        },
      };
    },

    /** Gives everything up: the members as they are to be written. Sent requests keep their part until they have left the window. */
    leave(members: readonly Member[]): Member[] {
      const others = othersOf(members, steady());
      const declared = members.find((member) => member.id === id)?.divisor ?? 0;
      until = { steady: 0, wall: 0 };
      const lasting = Math.min(usage.lasting(), validity + transit + longest);
      if (declared === 0 || lasting === 0) return others;
      let greatest = declared;
      while (greatest < smallestWindow && usage.fits(greatest + 1)) greatest += 1;
      beat += 1;
      return [...others, { id, beat, divisor: greatest, ttl: lasting }];
    },
  };
}

export type Quota = ReturnType<typeof createQuota>;
