import { randomUUID } from 'node:crypto';
import type { Store } from '../database/open.ts';
import { createQuota, heartbeat, type Member, type Quota, type Usage } from './quota.ts';

/** Milliseconds until the database's answer is given up, and how many may be outstanding then. */
const patience = 2000;
const mostOutstanding = 3;
const attempts = 20;

const clocks = { steady: () => performance.now(), wall: Date.now };

/**
 * The membership of a proxy among those on the same database, renewed by a heartbeat each second; no request waits for the
 * database. After heartbeats that fail or come late the quota simply ends.
 */
export function openMembership(store: Store) {
  let quota: Quota | undefined;
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  let startedAt = 0;
  const open = new Set<number>();

  /** Replaces the members that it has read, and reads again when another proxy was faster. Returns whether it was written. */
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

  async function sendHeartbeat(own: Quota): Promise<void> {
    const isWaitedFor = open.has(latest) && performance.now() - startedAt < patience;
    if (isWaitedFor || open.size >= mostOutstanding) return;
    latest += 1;
    const turn = latest;
    startedAt = performance.now();
    open.add(turn);
    let confirm = () => {};
    try {
      const isWritten = await replace((members) => {
        if (turn !== latest) return undefined;
        const beat = own.beat(members);
        confirm = beat.confirm;
        return beat.members;
      });
      if (isWritten && turn === latest) confirm();
    } catch {
      // The next heartbeat may reach it.
    } finally {
      open.delete(turn);
    }
  }

  return {
    join(usage: Usage): Quota {
      const own = createQuota(randomUUID(), usage, clocks);
      quota = own;
      timer = setInterval(sendHeartbeat, heartbeat, own).unref();
      sendHeartbeat(own);
      return own;
    },

    /** Gives the quota up; when the database is out of reach, the others get its part once it has expired. */
    async leave(): Promise<void> {
      clearInterval(timer);
      latest += 1;
      const own = quota;
      if (!own) return;
      const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
      await Promise.race([replace((members) => own.leave(members)).catch(() => {}), late]);
    },
  };
}

export type Membership = ReturnType<typeof openMembership>;
