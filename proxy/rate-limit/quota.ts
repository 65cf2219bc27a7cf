import type { Limits } from './limits.ts';
import { usualInterval } from './limits.ts';

/** Milliseconds between two signs of life. */
export const pulse = 1000;
/** Milliseconds after a sign of life in which a proxy may send; what goes by unnoticed between two clocks is taken off. */
const life = 5000;
const margin = 500;
/** Milliseconds in which a request that was sent arrives at HighLevel, or never does. */
const transit = 3000;
/** The smallest window that HighLevel has been seen to give, and so how many proxies can have a part of every window. */
const smallestWindow = 25;
const tiny = 1e-9;

/** A proxy as the others know it. */
export interface Member {
  id: string;
  /** Counts its signs of life. */
  beat: number;
  /** It uses at most one part in so many of each location's window; 0: nothing yet. */
  parts: number;
  /** Milliseconds after its last sign of life until nothing that it sent counts at HighLevel any more. */
  keep: number;
}

/** What a proxy's own requests take of the windows just now. */
export interface Usage {
  /** Is no more used, in any location, than one part in `parts` of its window? */
  fits(parts: number): boolean;
  /** The longest window of any location, in milliseconds. */
  longestInterval(): number;
  /** Milliseconds until nothing that was sent counts any more; without end while an answer is awaited. */
  lasting(): number;
}

/** One clock that nobody sets, and one that goes on while the machine sleeps. */
export interface Clocks {
  steady(): number;
  wall(): number;
}

/** How many requests of a location's window one part in `parts` is. */
export function partOf(parts: number, { max }: Limits): number {
  if (parts === 0) return 0;
  return parts === 1 ? (max ?? Number.POSITIVE_INFINITY) : Math.floor((max ?? smallestWindow) / parts);
}

const sumOf = (members: readonly Member[]) =>
  members.reduce((sum, { parts }) => sum + (parts === 0 ? 0 : 1 / parts), 0);

/**
 * One proxy's seat among those that share HighLevel's windows. The members and their parts are one text that is replaced
 * only by who has read it last, so the parts never add up to more than the whole: who joins takes what is free, who sees more
 * members uses less at once and gives the rest free when its requests have left the window, and who is silent keeps its part
 * until nothing of it can count. By reading the text a seat only ever gets smaller; it grows when its own has been taken.
 */
export function createSeat(id: string, usage: Usage, { steady, wall }: Clocks) {
  /** The others' last signs of life, and since when each is known: nobody's clock is compared with another's. */
  const watched = new Map<string, { beat: number; since: number }>();
  let beat = 0;
  let parts = 0;
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

  const endOf = (member: Member) => (watched.get(member.id)?.since ?? steady()) + member.keep;

  /** Those who are still to be reckoned with, this one apart. */
  function othersOf(members: readonly Member[], now: number): Member[] {
    watch(members, now);
    return members.filter((member) => member.id !== id && endOf(member) > now);
  }

  /** The part that it may declare: less when that is all it uses, more when that much is free. */
  function declare(declared: number, wanted: number, others: readonly Member[]): number {
    if (declared > 0 && wanted >= declared) return usage.fits(wanted) ? wanted : declared;
    const free = 1 - sumOf(others);
    const possible = Math.max(wanted, Math.ceil(1 / Math.max(free, tiny) - tiny));
    if (possible > smallestWindow) return declared;
    return declared === 0 ? possible : Math.min(declared, possible);
  }

  return {
    /** How many requests of a location's window are this proxy's just now. */
    share(limits: Limits): number {
      const isOver = steady() >= until.steady || wall() >= until.wall;
      return isOver || (limits.interval ?? 0) > covered ? 0 : partOf(parts, limits);
    },

    /** Milliseconds until a share may come where there is none. */
    wait: (): number => Math.max(pulse, nextChance - steady()),

    /** Gives a sign of life: the members as they are to be written, and what to call when exactly that was written. */
    step(members: readonly Member[]): { members: Member[]; confirm(): void } {
      const now = { steady: steady(), wall: wall() };
      const others = othersOf(members, now.steady);
      const wanted = Math.min(others.length + 1, smallestWindow);
      const declared = members.find((member) => member.id === id)?.parts ?? 0;
      // Another took it for dead: what it had may be another's by now.
      parts = declared === 0 ? 0 : parts && Math.max(parts, wanted);
      longest = Math.max(longest, usage.longestInterval());
      beat += 1;
      const mine = { id, beat, parts: declare(declared, wanted, others), keep: life + transit + longest };
      const silent = others.filter((member) => now.steady - (endOf(member) - member.keep) > 2 * pulse);
      // Who lives gives way within moments or a window; who is silent, only when its time is over.
      nextChance = silent.length > 0 ? Math.min(...silent.map(endOf)) : 0;
      return {
        members: [...others, mine],
        confirm() {
          parts = mine.parts && Math.max(mine.parts, wanted);
          covered = mine.keep - life - transit;
          until = { steady: now.steady + life - margin, wall: now.wall + life - margin };
        },
      };
    },

    /** Gives everything up: the members as they are to be written. What was sent keeps its part until it has left the window. */
    leave(members: readonly Member[]): Member[] {
      const others = othersOf(members, steady());
      const declared = members.find((member) => member.id === id)?.parts ?? 0;
      until = { steady: 0, wall: 0 };
      const lasting = Math.min(usage.lasting(), life + transit + longest);
      if (declared === 0 || lasting === 0) return others;
      let least = declared;
      while (least < smallestWindow && usage.fits(least + 1)) least += 1;
      beat += 1;
      return [...others, { id, beat, parts: least, keep: lasting }];
    },
  };
}

export type Seat = ReturnType<typeof createSeat>;
