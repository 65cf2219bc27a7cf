import type { Operation } from '../../../engine/operation.ts';
import type { Section } from '../../section/port.ts';
import { contactOf, type Outbox } from '../outbox.ts';
import { type Database, openDatabase } from './database.ts';
import { handOver } from './handover.ts';
import { createLocks, type Locks } from './locks.ts';
import { createRestore } from './restore.ts';
import { createSessionCopy } from './session-copy.ts';
import { createWriteBehind, type WriteBehind } from './write-behind.ts';

/** Keeps operations beyond the page that made them. */
export interface Kept {
  keep(contactId: string, operations: readonly Operation[]): void;
  /** This page is gone, as far as others can tell: they may take over what it kept. */
  stop(): void;
}

/** Opens what is kept for a document, a table and a person, takes over what is left there, and keeps from then on. */
export async function openKept(
  section: Pick<Section, 'docId' | 'accessToken'>,
  tableId: string,
  outbox: Outbox,
): Promise<Kept> {
  let kept: WriteBehind | null = null;
  const hasTyped = () => [...outbox.all.peek().values()].some(({ kind }) => kind === 'field' || kind === 'entry');
  const leaving = guardAgainstLoss(() => kept?.isSafe() ?? !hasTyped());
  try {
    const page = crypto.randomUUID();
    const [docId, person, safe] = await Promise.all([section.docId(), whoIs(section), openSafe(page)]);
    const { locks, database, die } = safe;
    const scope = JSON.stringify([docId, tableId, person]);
    const copy = createSessionCopy(scope);
    const own = createWriteBehind({ scope, page, copy, database });
    kept = own;
    const restore = createRestore(outbox, own);
    const all = [...outbox.all.peek().values()];
    for (const contactId of new Set(all.map(contactOf)))
      own.keep(
        contactId,
        all.filter((one) => contactOf(one) === contactId),
      );
    const end = handOver({ scope, page, locks, database, copy, take: restore.take });
    void database?.sweep().catch(() => {});
    // Freed before the next page of this tab asks; a page that may come back keeps it.
    const leave = ({ persisted }: PageTransitionEvent) => !persisted && die();
    window.addEventListener('pagehide', leave, leaving);

    return {
      keep: (contactId, operations) => {
        own.keep(contactId, operations);
        queueMicrotask(() => restore.resumeNext(contactId));
      },
      stop: () => {
        end();
        own.stop();
        die();
        locks?.stop();
        database?.close();
        leaving.abort();
      },
    };
  } catch (error) {
    leaving.abort();
    throw error;
  }
}

interface Safe {
  locks: Locks | null;
  database: Database | null;
  die: () => void;
}

/** The database is used only where locks tell living pages from dead ones; frames may be denied either. */
async function openSafe(page: string): Promise<Safe> {
  const locks = createLocks();
  const die = await locks?.live(page).catch(() => null);
  if (!locks || !die) return { locks: null, database: null, die: () => {} };
  return { locks, die, database: await openDatabase().catch(() => null) };
}

/** Grist's number for the person, from its token; `''` where it does not say. Others at this browser are not shown it. */
async function whoIs(section: Pick<Section, 'accessToken'>): Promise<string> {
  try {
    const { token } = await section.accessToken();
    const claims = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return String(JSON.parse(atob(claims)).userId ?? '');
  } catch {
    return '';
  }
}

/** The browser asks before a page goes with which something would be lost. */
function guardAgainstLoss(isSafe: () => boolean): AbortController {
  const leaving = new AbortController();
  const ask = (event: BeforeUnloadEvent) => {
    if (!isSafe()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask, leaving);
  return leaving;
}
