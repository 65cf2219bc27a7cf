import { withPriority } from '../../highlevel/client.ts';
import type { Failure } from '../failure.ts';
import { type Paced, rest } from '../pace.ts';
import type { Ports } from '../ports.ts';
import { createEntrySync, type EntrySync } from '../sync-entries.ts';
import type { LinkedContact } from './look.ts';
import { createEntrySource, type EntrySource } from './source.ts';

export interface EntriesJobOptions {
  /** Names the worker to the leases. */
  holder: string;
  signal: AbortSignal;
  paced: Paced;
  /** That of a client which keeps entries and rows in step by itself, too; the job's own when absent. */
  entries?: EntrySync;
  /** The entries of a contact were read: how far the page is. */
  onRead?(contactId: string): void;
}

/** Milliseconds: a hundred contacts, each with a request for each table. */
const leaseTime = 5 * 60_000;
/** Milliseconds, and how often it waits: another client is done with a contact within seconds. */
const busy = { wait: 2_000, tries: 3 };

const busyFailure: Failure = { side: 'highlevel', code: 'unreachable', reason: 'busy', retryable: true };

/** What became of the contacts of a page, by contact; `null`: its rows and entries are in step. */
export interface EntriesPage {
  failures: ReadonlyMap<string, Failure>;
  isCutShort: boolean;
}

/** Makes what brings a page of contacts in step after the other, behind all that people do. It rejects with the signal's reason. */
export function createEntriesJob(ports: Ports, { holder, signal, paced, entries, onRead }: EntriesJobOptions) {
  const bulk = { ...ports, highlevel: withPriority(ports.highlevel, 'bulk') };
  const sync = entries ?? createEntrySync(bulk, { holder });

  /** Read for this page alone: what was read for an earlier one is old. */
  function openSource(): EntrySource {
    const source = createEntrySource(bulk);
    return {
      ...source,
      async read(kind, contactId) {
        await paced(() => source.read(kind, contactId));
        onRead?.(contactId);
      },
    };
  }

  return async function runPage(contacts: readonly LinkedContact[]): Promise<EntriesPage> {
    const failures = new Map<string, Failure>();
    let left = contacts;
    for (let tries = 0; left.length > 0; tries++) {
      if (tries === busy.tries)
        return {
          failures: new Map([...failures, ...left.map(({ contactId }) => [contactId, busyFailure] as const)]),
          isCutShort: false,
        };
      if (tries > 0) await rest(busy.wait, signal);
      // Another holder than that of the page: what both are at work on must not be done twice.
      const how = { holder: `${holder}:job`, leaseTime, source: openSource(), isThorough: true, signal };
      const report = await sync.sync(left, how);
      for (const [contactId, failure] of report.failures) failures.set(contactId, failure);
      await sync.carryOut(report);
      if (report.isCutShort) return { failures, isCutShort: true };
      left = report.busy;
    }
    return { failures, isCutShort: false };
  };
}
