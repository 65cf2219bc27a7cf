import { randomUUID } from 'node:crypto';
import type { Store } from '../database/open.ts';
import { createSeat, type Member, pulse, type Seat, type Usage } from './quota.ts';

/** Milliseconds until an answer of the database is given up, and how many may be given up before the last has come. */
const patience = 2000;
const mostGivenUp = 3;
const attempts = 20;

const clocks = { steady: () => performance.now(), wall: Date.now };

/**
 * Keeps a proxy's seat among those on the same database, with a sign of life each second and no question asked on a
 * request's way. A sign that fails or comes late only leaves the seat to end by itself.
 */
export function openMembers(store: Store) {
  let seat: Seat | undefined;
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  let startedAt = 0;
  const open = new Set<number>();

  /** Replaces what it has read, unless another was quicker: then it reads again. Answers whether it was written. */
  async function replace(change: (members: Member[]) => Member[] | undefined): Promise<boolean> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { version, members } = await store.selectFrom('pacing').selectAll().executeTakeFirstOrThrow();
      const next = change(JSON.parse(members));
      if (!next) return false;
      const { numUpdatedRows } = await store
        .updateTable('pacing')
        .set({ version: version + 1, members: JSON.stringify(next) })
        .where('name', '=', 'members')
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return true;
    }
    return false;
  }

  async function signLife(own: Seat): Promise<void> {
    const isWaitedFor = open.has(latest) && performance.now() - startedAt < patience;
    if (isWaitedFor || open.size >= mostGivenUp) return;
    latest += 1;
    const turn = latest;
    startedAt = performance.now();
    open.add(turn);
    let confirm = () => {};
    try {
      const isWritten = await replace((members) => {
        if (turn !== latest) return undefined;
        const step = own.step(members);
        confirm = step.confirm;
        return step.members;
      });
      if (isWritten && turn === latest) confirm();
    } catch {
      // The next sign may reach it.
    } finally {
      open.delete(turn);
    }
  }

  return {
    join(usage: Usage): Seat {
      const own = createSeat(randomUUID(), usage, clocks);
      seat = own;
      timer = setInterval(signLife, pulse, own).unref();
      signLife(own);
      return own;
    },

    /** Gives the seat up; where the database is out of reach, the others do without its part until it has expired. */
    async leave(): Promise<void> {
      clearInterval(timer);
      latest += 1;
      const own = seat;
      if (!own) return;
      const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
      await Promise.race([replace((members) => own.leave(members)).catch(() => {}), late]);
    },
  };
}

export type Members = ReturnType<typeof openMembers>;
