import { computed, effect, signal } from '@preact/signals';
import { type Failure, toFailure } from '../../../engine/failure.ts';
import type { Template } from '../../../grist/template.ts';
import { type GuessFacts, guessBindings } from '../../../sync/guess/bindings.ts';
import type { Binding } from '../../../sync/mapping.ts';
import type { PhoneBook } from '../../../sync/transforms/types.ts';
import type { Section, SetupVerbs, Surroundings } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import type { Directory } from '../reading/directory.ts';
import { countryOf } from '../syncing/country-of.ts';
import type { MatchView, SetupStore, SetupView } from '../views/setup.ts';
import { contactsTemplate } from './contacts-template.ts';

interface SetupOptions {
  section: Pick<Section, 'whole' | 'environment' | 'state' | 'changes'>;
  directory: Pick<Directory, 'customFields' | 'users' | 'load'>;
}

/** Milliseconds without a change before the table is looked at again. */
const rest = 300;

/** What Grist's own log says; it belongs to the document and is read by all, so it has one language. */
const descriptions = {
  table: 'HighLevel panel: set up this table',
  template: 'HighLevel panel: set up this document',
  link: 'HighLevel panel: follow the table',
};

/** Looks at the section's table, and sets it up when a person says so. */
export function createSetup({ section, directory }: SetupOptions): SetupStore {
  const found = signal<Surroundings | null>(null);
  const isUnreadable = signal(false);
  const made = signal<Template | null>(null);
  const left = signal<ReadonlySet<string>>(new Set());
  const phone = signal<PhoneBook | null>(null);
  const writing = signal<SetupStore['writing']['value']>(null);
  const failure = signal<Failure | null>(null);

  const verbs = async () => (await section.whole()).setup();
  const look = async () => {
    try {
      found.value = await (await verbs()).look();
      isUnreadable.value = false;
    } catch {
      isUnreadable.value = true;
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    section.changes.value;
    clearTimeout(timer);
    // The section comes back to this state when the set-up is taken back in Grist, and others may change the table meanwhile.
    if (section.state.value.kind === 'unmapped') timer = setTimeout(look, found.peek() ? rest : 0);
  });
  // Names of custom fields and owners help to match; without a connection the table can be set up all the same.
  directory.load();
  loadPhoneBook().then(
    (book) => {
      phone.value = book;
    },
    () => {},
  );

  const facts = computed(
    (): GuessFacts => ({
      customFields: directory.customFields.value,
      context: { users: [...directory.users.value.values()], businesses: [], phone: phone.value },
      country: countryOf(section.environment.culture),
    }),
  );
  const bindings = computed((): readonly Binding[] => {
    if (!found.value) return [];
    const { columns, idColumn } = found.value;
    const others = columns.filter(({ colId }) => colId !== idColumn?.colId);
    const samples = Object.fromEntries(others.map(({ colId, samples }) => [colId, samples]));
    return guessBindings(others, samples, facts.value);
  });

  const matches = computed((): MatchView[] =>
    bindings.value.flatMap(({ colId, field, direction }) => {
      const column = found.value?.columns.find((one) => one.colId === colId);
      if (!column) return [];
      const fieldLabel = facts.value.customFields.find(({ id }) => field === `custom:${id}`)?.name ?? null;
      const { label, samples } = column;
      return [
        { colId, label, samples: samples.slice(0, 3), field, fieldLabel, direction, isChosen: !left.value.has(colId) },
      ];
    }),
  );

  const view = computed((): SetupView => {
    if (made.value) return { step: 'made', pages: made.value.pages.map(({ name }) => name) };
    if (isUnreadable.value) return { step: 'unreadable' };
    if (!found.value) return { step: 'reading' };
    const { title, rowCount, idColumn, source, isFollowing, sibling, obstacle } = found.value;
    if (obstacle) return { step: 'obstacle', kind: obstacle.kind, title, of: obstacle.of };
    const following = isFollowing ? 'already' : source ? { title: source.title } : 'none';
    const setUpOn = sibling?.pageName ?? null;
    return { step: 'offer', table: { title, rowCount, idColumn, matches: matches.value, following, setUpOn } };
  });

  async function write(
    what: NonNullable<SetupStore['writing']['value']>,
    act: (verbs: SetupVerbs) => Promise<unknown>,
  ) {
    if (writing.peek()) return;
    writing.value = what;
    failure.value = null;
    try {
      await act(await verbs());
    } catch (error) {
      failure.value = toFailure(error);
    } finally {
      writing.value = null;
    }
  }

  return {
    view,
    writing,
    failure,
    choose: (colId, isChosen) => {
      const next = new Set(left.peek());
      if (isChosen) next.delete(colId);
      else next.add(colId);
      left.value = next;
    },
    useTable: (idLabel) => {
      const chosen = bindings.peek().filter(({ colId }) => !left.peek().has(colId));
      // How each column is read follows from what it holds, each time.
      const plain = { direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask' } as const;
      const known = chosen.map(({ colId, field }) => ({ colId, field, ...plain }));
      const sync = { bindings: known, onConflict: 'ask', automatic: true };
      void write('table', ({ useTable }) =>
        useTable({ columns: known, options: { sync } }, idLabel, descriptions.table),
      );
    },
    copySetup: () => void write('table', ({ copySibling }) => copySibling(descriptions.table)),
    startFresh: (words, idLabel) =>
      void write('template', async ({ makeTemplate }) => {
        const template = contactsTemplate(words, idLabel, section.environment.timeZone);
        await makeTemplate(template, descriptions.template);
        made.value = template;
      }),
    async follow() {
      let follows = false;
      await write('link', async ({ follow }) => {
        follows = await follow(descriptions.link);
      });
      return follows;
    },
  };
}
