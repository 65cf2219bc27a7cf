import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type FieldRef, traitsOf } from '../../../sync/refs.ts';
import type { PhoneBook } from '../../../sync/transforms/types.ts';
import type { Row, Section } from '../../section/port.ts';
import { loadPhoneBook } from '../fields/phone-book.ts';
import { lazy } from '../lazy.ts';
import type { Directory } from '../reading/directory.ts';
import { countryOf } from '../syncing/country-of.ts';
import type { Table } from '../syncing/table.ts';
import type { Traces } from '../views/linking.ts';
import { type Wish, wishOf } from './contact-from-row.ts';
import { tracesOf } from './traces.ts';

export interface TermsOptions {
  section: Section;
  directory: Directory;
  /** How columns and fields go together. */
  table: Table;
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

export function createTerms({ section, directory, table }: TermsOptions, row: ReadonlySignal<Row | null>): Terms {
  const phones = signal<PhoneBook | null>(null);
  const isPrepared = signal(false);
  const inFields = computed(() => row.value && table.read(row.value));

  // Numbers without a country's code are read as people of the location write them.
  const country = () => directory.location.value?.country || countryOf(section.environment.culture);
  const toE164 = (text: string) => phones.value?.parse(text, country()) ?? '';

  const prepare = lazy(async () => {
    const book = loadPhoneBook().then((loaded) => {
      phones.value = loaded;
    });
    await Promise.allSettled([book, directory.complete().then(() => table.ready('fresh'))]);
    isPrepared.value = true;
  });

  const wishIn = (read: ReturnType<Table['read']>) => {
    const definitions = directory.customFields.value;
    const traits = (field: FieldRef) => traitsOf(field, definitions);
    return wishOf({ ...read, options: section.options.value, traits, definitions, toE164 });
  };

  return {
    // A number with an extension is none that HighLevel takes, and still says whose it is.
    traces: computed(() => {
      const read = inFields.value?.row;
      return tracesOf(read ? { ...read, values: { ...row.value?.values, ...read.values } } : null, toE164);
    }),
    isWaiting: computed(() => Boolean(row.value?.values.phone) && !isPrepared.value),
    columns: computed(() => (inFields.value ? wishIn(inFields.value).columns : 0)),
    prepare,
    toE164,
    async readWish(rowId) {
      await prepare();
      const found = await section.readRow(rowId);
      if (!found) return null;
      const read = table.read(found);
      return { row: read.row, wish: wishIn(read) };
    },
  };
}
