import { effect, signal, untracked } from '@preact/signals';
import type { ActivityEntry, ActivityVerbs, Person } from '../../../highlevel/activity.ts';
import { toFailure } from '../failure.ts';
import type { Failure } from '../view.ts';
import type { ActivityStore } from '../view-sync.ts';

/** Entries at once. */
const page = 50;
/** Milliseconds of quiet before what is typed is searched for. */
const quiet = 250;

interface ActivityOptions {
  verbs: Pick<ActivityVerbs, 'list' | 'person' | 'introduce'>;
  /** A HighLevel user's name. */
  nameOf: (userId: string) => string;
}

/** Reads the document's log a page at a time. An answer that another question has overtaken is dropped. */
export function createActivity({ verbs, nameOf }: ActivityOptions): ActivityStore {
  const entries = signal<readonly ActivityEntry[]>([]);
  const more = signal(false);
  const loading = signal(false);
  const error = signal<Failure | null>(null);
  const contactId = signal<string | null>(null);
  const search = signal('');
  const problemsOnly = signal(false);
  const me = signal<Person | null>(null);
  let asked = 0;

  async function read(before?: string): Promise<void> {
    const turn = ++asked;
    loading.value = true;
    try {
      const found = await verbs.list({
        limit: page,
        problems: problemsOnly.peek(),
        ...(contactId.peek() !== null && { contactId: contactId.peek() ?? '' }),
        ...(search.peek().trim() && { search: search.peek().trim() }),
        ...(before !== undefined && { before }),
      });
      if (turn !== asked) return;
      entries.value = before === undefined ? found.entries : [...entries.peek(), ...found.entries];
      more.value = found.more;
      error.value = null;
    } catch (reason) {
      if (turn === asked) error.value = toFailure(reason);
    } finally {
      if (turn === asked) loading.value = false;
    }
  }

  effect(() => {
    contactId.value;
    problemsOnly.value;
    untracked(() => void read());
  });
  let first = true;
  effect(() => {
    search.value;
    if (first) {
      first = false;
      return;
    }
    const timer = setTimeout(() => void read(), quiet);
    return () => clearTimeout(timer);
  });
  verbs.person().then(
    (person) => {
      me.value = person;
    },
    () => {},
  );

  return {
    entries,
    more,
    loading,
    error,
    contactId,
    search,
    problemsOnly,
    me,
    older: () => void read(entries.peek().at(-1)?.id),
    reload: () => void read(),
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
