import { signal } from '@preact/signals';
import type { CustomField, CustomFieldKind } from '../../highlevel/custom-fields.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import type { FieldView } from '../../widget/store/views/fields.ts';
import { contact, fieldViews, moreFieldViews } from '../helpers/fake-panel-data.ts';

type Draft = [kind: CustomFieldKind, name: string, value: string, raw: unknown, options?: string[], folder?: string];

const drafts: Draft[] = [
  ['money', 'Deal value', '18400', 18400],
  ['date', 'Renewal', '2027-01-12', '2027-01-12'],
  ['single', 'Stage', 'Quote sent', 'Quote sent', ['New lead', 'Quote sent', 'Won', 'Lost']],
  ['multiple', 'Interests', 'Kitchens\nShelving\nHome office', null, ['Kitchens', 'Shelving', 'Home office', 'Doors']],
  ['text', 'Policy number', 'PN-48213', null],
  [
    'large-text',
    'Background',
    'Customer since the shop opened.\nKnows the owner; handle with care.',
    null,
    [],
    'Survey',
  ],
  ['number', 'Team size', 'twelve', null, [], 'Survey'],
  ['phone', 'Direct line', '+442079460183', null, [], 'Survey'],
  ['time', 'Best time to call', '09:30', null, [], 'Survey'],
  ['radio', 'Roof type', 'Pitched', null, ['Flat', 'Pitched', 'Thatched'], 'Survey'],
  ['checkbox', 'Consent', 'Newsletter', null, ['Newsletter', 'Catalogue'], 'Survey'],
  ['text-list', 'On site', 'Caretaker: mornings only\nKeys at reception', null, [], 'Survey'],
  ['file', 'Signed brief', 'https://files.example/brief.pdf', contact.customFields.brief],
  ['text', 'Unused', '', null],
];

const definitions = drafts.map(
  ([kind, name, , , options = [], folder = ''], position): CustomField => ({
    ...{ id: `c${position}`, name, key: `contact.c${position}`, kind, options, folder, position },
    allowsOther: false,
  }),
);

const views = definitions.map((definition, index): FieldView => {
  const key: FieldRef = `custom:${definition.id}`;
  const traits = traitsOf(key, definitions) ?? { kind: 'other', clearable: false, writable: false };
  const [like] = fieldViews as [FieldView];
  return {
    ...like,
    ...{ key, kind: traits.kind, label: definition.name, choices: definition.options, clearable: traits.clearable },
    value: drafts[index]?.[2] ?? '',
    editable: traits.writable ? true : 'not-in-api',
  };
});

/** Grace Kimani with a field of every kind, a business, and where she came from. */
export const everyField = {
  customFields: signal(definitions),
  moreFields: signal([
    ...moreFieldViews
      .filter(({ key }) => !key.startsWith('custom:'))
      .map((field) => (field.key === 'business' ? { ...field, value: 'kimani' } : field)),
    ...views,
  ]),
  contact: signal({
    data: {
      ...contact,
      customFields: Object.fromEntries(drafts.map(([, , text, raw], index) => [`c${index}`, raw ?? text])),
      attribution: {
        ...{ url: 'https://northlight.example/kitchens', referrer: 'https://www.google.com/' },
        ...{ campaign: 'autumn kitchens', medium: 'cpc', source: 'google' },
      },
    },
    loading: false,
    error: undefined,
    asOf: contact.dateUpdated ?? 0,
  }),
};
