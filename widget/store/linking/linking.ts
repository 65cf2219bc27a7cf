import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../../highlevel/client.ts';
import { getContact } from '../../../highlevel/contacts.ts';
import type { Row } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';
import type { Screen } from '../view.ts';
import type { Candidate, Linking, LinkStep } from '../views/linking.ts';
import { weigh } from './candidates.ts';
import { createMaker } from './create.ts';
import { createFinder } from './finder.ts';
import { createRelink } from './relink.ts';
import { createTerms, type TermsOptions } from './row-fields.ts';
import { createSearching } from './searching.ts';
import { createPace } from './throttle.ts';

interface LinkingOptions extends TermsOptions {
  locationId: () => Promise<string>;
  api: Api;
  outbox: Outbox;
  screen: ReadonlySignal<Screen>;
  isReadOnly: () => boolean;
}

/** Joins the parts that find, link and make the contact of a row. */
export function createLinking(options: LinkingOptions): Linking {
  const { api, section, directory, locationId, screen, outbox, isReadOnly } = options;
  const row = computed((): Row | null =>
    'row' in screen.value && screen.value.kind !== 'invalid-id' ? screen.value.row : null,
  );
  const terms = createTerms(options, row);
  const finder = createFinder({ api, locationId, pace: createPace() });
  const searching = createSearching({ section, finder, terms, row });
  const relink = createRelink(outbox);
  const maker = createMaker({
    outbox,
    finder,
    readContact: (contactId) => getContact(api, contactId),
    wishOf: terms.readWish,
    weigh: (contacts, { rowId, contactId }) =>
      weigh(contacts, {
        section,
        about: () => ({ traces: terms.traces.peek(), rowId, contactId }),
        isByName: false,
      }),
    mayDuplicate: () => directory.location.peek()?.allowDuplicateContact ?? false,
  });

  const step = signal<(LinkStep & { rowId: number }) | null>(null);
  const creation = computed(() => (row.value ? maker.of(row.value) : ({ step: 'idle' } as const)));
  const linking = computed(() => (step.value?.rowId === row.value?.rowId ? step.value : null));
  const place = computed(() => `${row.value?.rowId} ${row.value?.contactId}`);
  const stop = effect(() => {
    // What was asked about a link is about the one that the row had.
    place.value;
    step.value = null;
  });

  function nameOf(contactId: string): string {
    const made = creation.peek();
    const shown: readonly Candidate[] = [
      ...searching.likely.peek().candidates,
      ...(searching.found.peek()?.candidates ?? []),
      ...(made.step === 'duplicates' ? made.candidates : []),
    ];
    return shown.find(({ contact }) => contact.id === contactId)?.contact.name ?? terms.traces.peek().name;
  }

  async function change({ rowId, contactId: from }: Row, to: string, anyway: boolean) {
    const show = (next: Partial<LinkStep> & Pick<LinkStep, 'step'>) => {
      step.value = { contactId: to, rows: [], failure: null, rowId, ...next };
    };
    show({ step: 'linking' });
    const name = nameOf(to);
    if (to !== '' && !anyway) {
      const held = await section.linkedRows([to]).catch(() => new Map<string, readonly number[]>());
      const rows = (held.get(to) ?? []).filter((other) => other !== rowId);
      if (rows.length > 0) return show({ step: 'taken', rows });
    }
    const failure = await relink({ rowId, from, to, name });
    if (failure) return show({ step: 'failed', failure });
    if (to !== '') maker.settle(rowId);
    if (step.peek()?.rowId === rowId) step.value = null;
  }

  function begin(contactId: string, anyway: boolean) {
    const shown = row.peek();
    const isBusy = linking.peek()?.step === 'linking';
    if (shown && !isBusy && !isReadOnly() && shown.contactId !== contactId) void change(shown, contactId, anyway);
  }

  return {
    ...searching,
    row,
    traces: terms.traces,
    columns: terms.columns,
    linking,
    creation,
    link: (contactId, anyway = false) => begin(contactId, anyway),
    clear: () => begin('', true),
    create: (anyway = false) => {
      const shown = row.peek();
      if (shown && !isReadOnly()) maker.create(shown, anyway);
    },
    dismiss: () => {
      step.value = null;
      const shown = row.peek();
      if (shown) maker.forget(shown.rowId);
    },
    dispose: () => {
      stop();
      searching.dispose();
    },
  };
}
