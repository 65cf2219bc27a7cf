import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomField } from '../../../highlevel/custom-fields.ts';
import type { User } from '../../../highlevel/users.ts';
import { type FieldRef, traitsOf } from '../../../sync/refs.ts';
import type { PhoneBook, Transform } from '../../../sync/transforms/types.ts';
import type { Row, Section } from '../../section/port.ts';
import type { Calls } from '../connecting/calls.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import { lazy } from '../lazy.ts';
import type { Directory } from '../reading/directory.ts';
import { rulesOf } from '../syncing/rules.ts';
import { toFields } from '../syncing/table.ts';
import type { Traces } from '../views/linking.ts';
import { type Wish, wishOf } from './contact-from-row.ts';
import { tracesOf } from './traces.ts';

export interface TermsOptions {
  section: Section;
  calls: Pick<Calls, 'listCustomFields' | 'listUsers'>;
  directory: Directory;
  locationId: () => Promise<string>;
  /** The location's businesses. */
  businesses: () => Promise<readonly Readonly<{ id: string; name: string }>[]>;
}

/** Says rows in HighLevel's terms, through the document's mapping and the location's country. */
export interface Terms {
  readonly traces: ReadonlySignal<Traces>;
  /** Would the traces of the row be others once its phone can be read? */
  readonly isWaiting: ReadonlySignal<boolean>;
  readonly columns: ReadonlySignal<number>;
  /** Fetches what phones are read by; without it they say nothing. Never fails. */
  prepare(): Promise<unknown>;
  /** E.164; `''` for what cannot be a phone. */
  toE164(text: string): string;
  /** A row as it is now, and the contact that it would become; `null` when there is no such row. */
  readWish(rowId: number): Promise<{ row: Row; wish: Wish } | null>;
}

/** A custom field that HighLevel no longer has, or has not named yet. */
const unknownField = { kind: 'other', writable: false, clearable: false } as const;

export function createTerms(
  { section, calls, directory, locationId, businesses: askBusinesses }: TermsOptions,
  row: ReadonlySignal<Row | null>,
): Terms {
  const phones = signal<PhoneBook | null>(null);
  const isPrepared = signal(false);
  let users: readonly User[] = [];
  let businesses: Awaited<ReturnType<typeof askBusinesses>> = [];
  const inTerms = (of: Row, known: readonly CustomField[] = directory.customFields.value): Row => {
    const traits = (field: FieldRef) => traitsOf(field, known) ?? unknownField;
    const rules = rulesOf(section.mapped.value, section.options.value.sync, traits, new Set());
    return toFields(of, rules, {
      users: users.length > 0 ? users : [...directory.users.value.values()],
      businesses,
      phone: phones.value,
    });
  };
  const inFields = computed(() => row.value && inTerms(row.value));

  // Numbers without a country's code are read as people of the location write them.
  const country = () =>
    directory.location.value?.country || (new Intl.Locale(section.environment.culture).maximize().region ?? 'US');
  const toE164 = (text: string) => phones.value?.parse(text, country()) ?? '';

  const prepare = lazy(async () => {
    const book = loadPhoneBook().then((loaded) => {
      phones.value = loaded;
    });
    await Promise.allSettled([book, directory.timeZone()]);
    isPrepared.value = true;
  });

  const reader = (definitions: Directory['customFields']['value']) => ({
    options: section.options.value,
    traits: (field: FieldRef) => traitsOf(field, definitions),
    definitions,
    toE164,
  });

  /** The directory is read after the first contact, and a row without one may come first. */
  async function readDirectory() {
    const known = directory.customFields.peek();
    const needsCustom = [...section.mapped.peek()].some((field) => field.startsWith('custom:'));
    const bindings = section.options.peek().sync?.bindings ?? [];
    const needs = (kind: Transform['kind']) => bindings.some(({ transform }) => transform.kind === kind);
    if (needs('business') && businesses.length === 0) businesses = await askBusinesses();
    if (needs('owner') && directory.users.peek().size === 0 && users.length === 0) {
      const companyId = directory.location.peek()?.companyId ?? '';
      users = await calls.listUsers({ companyId, locationId: await locationId() });
    }
    return needsCustom && known.length === 0 ? calls.listCustomFields(await locationId()) : known;
  }

  return {
    traces: computed(() => tracesOf(inFields.value, toE164)),
    isWaiting: computed(() => Boolean(row.value?.values.phone) && !isPrepared.value),
    columns: computed(() => {
      const shown = inFields.value;
      return shown ? wishOf({ row: shown, ...reader(directory.customFields.value) }).columns : 0;
    }),
    prepare,
    toE164,
    async readWish(rowId) {
      await prepare();
      const known = await readDirectory();
      const found = await section.readRow(rowId);
      if (!found) return null;
      const read = inTerms(found, known);
      return { row: read, wish: wishOf({ row: read, ...reader(known) }) };
    },
  };
}
