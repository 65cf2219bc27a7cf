import { computed, effect, signal, untracked } from '@preact/signals';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import type { ActivityEntry, Person } from '../../../panel-api/activity.ts';
import type { ActivityStore, CopyView } from '../views/sync.ts';
import type { TableContext } from './context.ts';
import { copyLog } from './copy-log.ts';

/** Entries at once. */
const page = 50;
/** Milliseconds of quiet before what is typed is searched for. */
const quiet = 250;

export interface Activity extends ActivityStore {
  /** The log of a contact has grown. */
  onActivity(contactId: string): void;
}

/**
 * Reads the document's log a page at a time, while it is watched. An answer that another question has overtaken is dropped, and
 * what is shown is always of the contact in question.
 */
export function createActivity(tools: Pick<TableContext, 'activity' | 'nameOf' | 'labelOf' | 'section'>): Activity {
  const { activity: verbs, nameOf } = tools;
  const read = signal<readonly ActivityEntry[]>([]);
  const more = signal(false);
  const loading = signal(false);
  const error = signal<Failure | null>(null);
  const contactId = signal<string | null>(null);
  const search = signal('');
  const problemsOnly = signal(false);
  const me = signal<Person | null>(null);
  const copying = signal<CopyView>({ step: 'idle', added: 0, failure: null });
  const watchers = signal(0);
  const isWatched = computed(() => watchers.value > 0);
  let asked = 0;

  const ask = (before?: string) =>
    verbs.list({
      limit: page,
      problems: problemsOnly.peek(),
      ...(contactId.peek() !== null && { contactId: contactId.peek() ?? '' }),
      ...(search.peek().trim() && { search: search.peek().trim() }),
      ...(before !== undefined && { before }),
    });

  async function load(before?: string): Promise<void> {
    const turn = ++asked;
    if (contactId.peek() === '') return;
    loading.value = true;
    try {
      const found = await ask(before);
      if (turn !== asked) return;
      const known = new Set(before === undefined ? [] : read.peek().map(({ id }) => id));
      const news = found.entries.filter(({ id }) => !known.has(id));
      read.value = before === undefined ? news : [...read.peek(), ...news];
      more.value = found.more && news.length > 0;
      error.value = null;
    } catch (reason) {
      if (turn === asked) error.value = toFailure(reason);
    } finally {
      if (turn === asked) loading.value = false;
    }
  }

  /** Reads what is new, and leaves older pages as they are. */
  async function refresh() {
    const turn = asked;
    const { entries } = await ask();
    if (turn !== asked) return;
    const fresh = new Set(entries.map(({ id }) => id));
    read.value = [...entries, ...read.peek().filter(({ id }) => !fresh.has(id))];
  }

  async function copy() {
    if (copying.peek().step === 'busy') return;
    copying.value = { step: 'busy', added: 0, failure: null };
    try {
      const added = await copyLog(tools);
      copying.value = { step: 'done', added, failure: null };
    } catch (reason) {
      copying.value = { step: 'idle', added: 0, failure: toFailure(reason) };
    }
  }

  effect(() => {
    const wanted = contactId.value;
    problemsOnly.value;
    if (!isWatched.value) return;
    untracked(() => {
      if (read.peek().some((entry) => wanted !== null && entry.contactId !== wanted)) read.value = [];
      void load();
    });
  });
  let first = true;
  effect(() => {
    search.value;
    if (first) {
      first = false;
      return;
    }
    const timer = setTimeout(() => void load(), quiet);
    return () => clearTimeout(timer);
  });
  verbs.person().then(
    (person) => {
      me.value = person;
    },
    () => {},
  );

  return {
    entries: computed(() => read.value.filter((entry) => [null, entry.contactId].includes(contactId.value))),
    more,
    loading,
    error,
    contactId,
    search,
    problemsOnly,
    me,
    copying,
    watch: () => {
      watchers.value = watchers.peek() + 1;
      return () => {
        watchers.value = watchers.peek() - 1;
      };
    },
    older: () => void load(read.peek().at(-1)?.id),
    reload: () => void load(),
    copy: () => void copy(),
    onActivity: (about) => {
      if (isWatched.peek() && [null, about].includes(contactId.peek())) refresh().catch(() => {});
    },
    introduce: (highlevelUserId) => {
      const person = highlevelUserId === '' ? null : { highlevelUserId, name: nameOf(highlevelUserId) };
      verbs.introduce(person).then(
        () => {
          me.value = person;
        },
        (reason) => {
          error.value = toFailure(reason);
        },
      );
    },
  };
}
