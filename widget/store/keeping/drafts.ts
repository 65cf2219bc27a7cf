import type { Section } from '../../section/port.ts';
import type { EditsOfContact } from '../fields/edits.ts';
import type { EntryDraft } from '../timeline/entry-drafts.ts';
import { type Database, openDatabase } from './database.ts';
import { createHolding, type Holding } from './holding.ts';
import { createLocks, type Locks } from './locks.ts';
import { createShadow } from './shadow.ts';
import { succeed } from './succession.ts';
import { createTakeUp, type Stores } from './take-up.ts';

/** A tick on its way. */
export interface KeptTick {
  contactId: string;
  completed: boolean;
}

/** Keeps drafts, saves and ticks beyond the page that made them. */
export interface Drafts {
  keep(contactId: string, edits: EditsOfContact): void;
  keepTicks(ticks: ReadonlyMap<string, KeptTick>): void;
  keepEntries(contactId: string, drafts: ReadonlyMap<string, EntryDraft>): void;
  /** This page is gone, as far as others can tell: they may take up what it kept. */
  stop(): void;
}

/** Opens what is kept for a document, a table and a person, takes up what is left there, and keeps from then on. */
export async function openDrafts(
  section: Pick<Section, 'docId' | 'accessToken'>,
  tableId: string,
  stores: Stores,
): Promise<Drafts> {
  let holding: Holding | null = null;
  const leaving = guardAgainstLoss(
    () => holding?.isSafe() ?? (stores.edits.all.peek().size === 0 && stores.writing.byContact().size === 0),
  );
  try {
    const page = crypto.randomUUID();
    const [docId, person, safe] = await Promise.all([section.docId(), whoIs(section), openSafe(page)]);
    const { locks, database, die } = safe;
    const scope = JSON.stringify([docId, tableId, person]);
    const shadow = createShadow(scope);
    const kept = createHolding({ scope, page, shadow, database });
    holding = kept;
    const takeUp = createTakeUp(stores, kept);
    for (const [contactId, edits] of stores.edits.all.peek()) kept.keep('edit', contactId, edits);
    kept.keep('tick', '', stores.tasks.wishes.peek());
    for (const [contactId, drafts] of stores.writing.byContact()) kept.keep('entry', contactId, drafts);
    const end = succeed({ scope, page, locks, database, shadow, take: takeUp.take });
    void database?.sweep().catch(() => {});
    // Freed before the next page of this tab asks; a page that may come back keeps it.
    const leave = ({ persisted }: PageTransitionEvent) => !persisted && die();
    window.addEventListener('pagehide', leave, leaving);

    return {
      keep: (contactId, edits) => {
        kept.keep('edit', contactId, edits);
        queueMicrotask(() => takeUp.admit(contactId));
      },
      keepTicks: (ticks) => kept.keep('tick', '', ticks),
      keepEntries: (contactId, drafts) => kept.keep('entry', contactId, drafts),
      stop: () => {
        end();
        kept.stop();
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
