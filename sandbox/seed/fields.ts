import type { WireCustomField } from '../../highlevel/wire-location.ts';
import type { Random } from '../random.ts';
import type { ContactRecord } from '../state.ts';

interface Draft {
  name: string;
  key: string;
  dataType: string;
  options?: readonly string[];
  placeholder?: string;
  value(random: Random, contact: ContactRecord, today: number): unknown;
}

const daysFrom = (today: number, days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);

/** One custom field of every data type, and a second one of a few common types. */
const drafts: readonly Draft[] = [
  {
    name: 'Policy number',
    key: 'policy_number',
    dataType: 'TEXT',
    value: (random) => `PN-${10_000 + random.below(89_999)}`,
  },
  {
    name: 'Background',
    key: 'background',
    dataType: 'LARGE_TEXT',
    value: () => 'Customer since the shop opened.\nKnows the owner; handle with care.',
  },
  { name: 'Team size', key: 'team_size', dataType: 'NUMERICAL', value: (random) => 1 + random.below(250) },
  {
    name: 'Direct line',
    key: 'direct_line',
    dataType: 'PHONE',
    value: (random) => `+442079460${100 + random.below(900)}`,
  },
  {
    name: 'Annual budget',
    key: 'annual_budget',
    dataType: 'MONETORY',
    value: (random) => Math.round(random.next() * 9_000_000) / 100,
  },
  {
    name: 'Interests',
    key: 'interests',
    dataType: 'CHECKBOX',
    options: ['Windows', 'Doors', 'Roofing', 'Conservatories'],
    value: (random) => random.some(['Windows', 'Doors', 'Roofing', 'Conservatories'], 1 + random.below(3)),
  },
  {
    name: 'Lead quality',
    key: 'lead_quality',
    dataType: 'SINGLE_OPTIONS',
    options: ['Cold', 'Warm', 'Hot'],
    value: (random) => random.pick(['Cold', 'Warm', 'Hot']),
  },
  {
    name: 'Services bought',
    key: 'services_bought',
    dataType: 'MULTIPLE_OPTIONS',
    options: ['Survey', 'Fitting', 'Repair', 'Maintenance plan'],
    value: (random) => random.some(['Survey', 'Fitting', 'Repair', 'Maintenance plan'], 1 + random.below(4)),
  },
  {
    name: 'Renewal date',
    key: 'renewal_date',
    dataType: 'DATE',
    value: (random, _contact, today) => daysFrom(today, random.below(700) - 200),
  },
  {
    name: 'On site',
    key: 'on_site',
    dataType: 'TEXTBOX_LIST',
    value: (random) => ({ [random.uuid()]: 'Caretaker: mornings only', [random.uuid()]: 'Keys at reception' }),
  },
  {
    name: 'Signed contract',
    key: 'signed_contract',
    dataType: 'FILE_UPLOAD',
    value(random, contact) {
      const uuid = random.uuid();
      const originalname = 'contract.pdf';
      return {
        [uuid]: {
          meta: { fieldname: uuid, originalname, encoding: '7bit', mimetype: 'application/pdf', size: 48_213, uuid },
          url: `https://services.leadconnectorhq.com/documents/download/${contact.id.slice(0, 10)}`,
          documentId: contact.id.slice(0, 10),
        },
      };
    },
  },
  {
    name: 'Preferred contact',
    key: 'preferred_contact',
    dataType: 'RADIO',
    options: ['Phone', 'E-mail', 'SMS'],
    value: (random) => random.pick(['Phone', 'E-mail', 'SMS']),
  },
  {
    name: 'Roof type',
    key: 'roof_type',
    dataType: 'SINGLE_OPTIONS',
    options: ['Flat', 'Pitched', 'Thatched'],
    value: (random) => random.pick(['Flat', 'Pitched']),
  },
  {
    name: 'Last survey',
    key: 'last_survey',
    dataType: 'DATE',
    value: (random, _contact, today) => daysFrom(today, -random.below(900)),
  },
];

export function seedFields(random: Random, locationId: string): WireCustomField[] {
  return drafts.map(({ name, key, dataType, options = [], placeholder = '' }, index) => ({
    id: random.id(),
    name,
    fieldKey: `contact.${key}`,
    placeholder,
    dataType,
    position: (index + 1) * 50,
    picklistOptions: [...options],
    picklistImageOptions: [],
    isAllowedCustomOption: false,
    isMultiFileAllowed: dataType === 'FILE_UPLOAD',
    maxFileLimit: dataType === 'FILE_UPLOAD' ? 2 : 1,
    locationId,
    model: 'contact',
  }));
}

/** Values for a random share of the fields; a share of 1 fills all. */
export function seedFieldValues(
  random: Random,
  fields: readonly WireCustomField[],
  contact: ContactRecord,
  { share, today }: { share: number; today: number },
): ContactRecord['customFields'] {
  return drafts.flatMap((draft, index) => {
    const id = fields[index]?.id;
    return id && random.chance(share) ? [{ id, value: draft.value(random, contact, today) }] : [];
  });
}
