import type { ProbeContext } from './context.ts';
import { type Finding, finding, records, textOf } from './finding.ts';
import { checkTimes } from './times.ts';

/** Checks the formats of values in responses. */
export async function checkValues(context: ProbeContext): Promise<Finding[]> {
  return [
    ...(await checkTimes(context)),
    ...checkContacts(context),
    ...(await checkCustomValues(context)),
    await checkTags(context),
  ];
}

function checkContacts({ contacts }: ProbeContext): Finding[] {
  const all = (key: string) => contacts.map((contact) => contact[key]);
  const hasNull = contacts.some((contact) => Object.values(contact).includes(null));
  return [
    compare('birthdays of contacts', 'YYYY-MM-DD', all('dateOfBirth'), dateForm),
    compare('phones of contacts', 'E.164', all('phone'), (phone) =>
      /^\+\d{7,15}$/.test(textOf(phone)) ? 'E.164' : 'otherwise',
    ),
    compare('attachments of contacts', 'a list', all('attachments'), listForm),
    compare('moments of contacts', 'ISO 8601 in UTC', all('dateAdded'), (moment) =>
      /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(textOf(moment)) ? 'ISO 8601 in UTC' : 'otherwise',
    ),
    finding('empty fields of contacts', 'left out', contacts.length === 0 ? null : hasNull ? 'null' : 'left out'),
  ];
}

/** A field's definition has its type, but not the format of its values. */
async function checkCustomValues({ request, locationId, contacts }: ProbeContext): Promise<Finding[]> {
  const definitions = await request('GET', `/locations/${locationId}/customFields?model=contact`);
  const values = contacts.flatMap((contact) => records(contact.customFields));
  const all = (dataType: string) => {
    const fields = records(definitions.body.customFields).filter((field) => field.dataType === dataType);
    return values.filter(({ id }) => fields.some((field) => field.id === id)).map(({ value }) => value);
  };
  return [
    compare('dates in custom fields', 'YYYY-MM-DD', all('DATE'), dateForm),
    compare('numbers in custom fields', 'a number', all('NUMERICAL'), (value) => `a ${typeof value}`),
    compare('choices in custom fields', 'a list', all('MULTIPLE_OPTIONS'), listForm),
  ];
}

async function checkTags({ request, locationId }: ProbeContext): Promise<Finding> {
  const names = records((await request('GET', `/locations/${locationId}/tags`)).body.tags).map(({ name }) =>
    textOf(name),
  );
  return compare('tags', 'in lower case', names, (name) =>
    name === textOf(name).toLowerCase() ? 'in lower case' : 'with capitals',
  );
}

/** Reports the first unexpected form, if any. */
function compare(about: string, expected: string, values: readonly unknown[], form: (value: unknown) => string) {
  const forms = values.filter((value) => value !== undefined && value !== null && value !== '').map(form);
  const odd = forms.find((seen) => seen !== expected);
  return finding(about, expected, forms.length > 0 ? (odd ?? expected) : null);
}

const listForm = (value: unknown) => (Array.isArray(value) ? 'a list' : 'otherwise');

function dateForm(value: unknown): string {
  if (typeof value === 'number') return 'epoch milliseconds';
  return /^\d{4}-\d\d-\d\d$/.test(textOf(value)) ? 'YYYY-MM-DD' : 'otherwise';
}
