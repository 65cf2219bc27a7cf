import type { ProbeContext } from './context.ts';
import { type Finding, finding, isRecord, records, refusalOf, textOf } from './finding.ts';

/** Checks updates of the contact at `path`. */
export async function checkFields(context: ProbeContext, path: string): Promise<Finding[]> {
  const { request } = context;
  const put = (body: object) => request('PUT', path, { body });
  const read = async (key: string) => {
    const { contact } = (await request('GET', path)).body;
    return isRecord(contact) ? contact[key] : undefined;
  };
  const gender = await read('gender');
  const unknown = await put({ probeField: 'x' });
  const company = await put({ companyName: 'Panel Probe' });
  const changed = await put({ city: 'Oslo', dateOfBirth: '1990-02-03' });
  const birthday = await read('dateOfBirth');
  await put({ city: null });
  const city = await read('city');
  return [
    finding('gender of a new contact', 'forgotten', gender ? 'kept' : 'forgotten'),
    finding('an update with an unknown key', '422 [property probeField should not exist]', refusalOf(unknown)),
    finding('an update with companyName', '422 [property companyName should not exist]', refusalOf(company)),
    finding('the answer to an update', 'succeded and contact', wordsOf(changed.body)),
    finding('a written birthday', 'the same day', birthday === '1990-02-03' ? 'the same day' : 'otherwise'),
    finding('a field cleared by null', 'left out', city === undefined ? 'left out' : city === null ? 'null' : 'kept'),
    await checkDnd(context, path),
    ...(await checkCustomFields(context, path)),
  ];
}

const wordsOf = (body: Readonly<Record<string, unknown>>) =>
  ['succeded', 'succeeded', 'contact'].filter((key) => key in body).join(' and ') || 'none of its words';

/** Channel names are capitalised before v3. */
async function checkDnd({ request }: ProbeContext, path: string): Promise<Finding> {
  await request('PUT', path, { body: { dndSettings: { SMS: { status: 'active' } } } });
  const words = async (version: string) => {
    const { contact } = (await request('GET', path, { version })).body;
    const settings = isRecord(contact) && isRecord(contact.dndSettings) ? contact.dndSettings : {};
    return ['SMS', 'sms'].filter((channel) => channel in settings).join(' and ') || 'none';
  };
  const seen = `${await words('2021-07-28')}, in v3 ${await words('v3')}`;
  return finding('channels of do-not-disturb', 'SMS, in v3 sms', seen);
}

/** Three sources document three different keys for the value. */
async function checkCustomFields({ request, locationId }: ProbeContext, path: string): Promise<Finding[]> {
  const { body } = await request('GET', `/locations/${locationId}/customFields?model=contact`);
  const id = textOf(records(body.customFields).find(({ dataType }) => dataType === 'TEXT')?.id);
  const value = async () => {
    const { contact } = (await request('GET', path)).body;
    return records(isRecord(contact) ? contact.customFields : []).find((field) => field.id === id)?.value;
  };
  const accepted: string[] = [];
  for (const key of id ? ['field_value', 'fieldValue', 'value'] : []) {
    await request('PUT', path, { body: { customFields: [{ id, [key]: `by ${key}` }] } });
    if ((await value()) === `by ${key}`) accepted.push(key);
  }
  const before = id ? await value() : undefined;
  if (before) await request('PUT', path, { body: { customFields: [] } });
  const after = before ? await value() : undefined;
  return [
    finding('the key of a custom field’s value', 'field_value', id ? accepted.join(' and ') || 'none of three' : null),
    finding(
      'custom fields that an update leaves out',
      'stay',
      before ? (after === before ? 'stay' : 'are emptied') : null,
    ),
  ];
}
