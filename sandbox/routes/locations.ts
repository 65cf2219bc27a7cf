import type { WireCustomField } from '../../highlevel/wire-location.ts';
import { dto, filled, flag, list, number, oneOf, optional, required, text } from '../dto.ts';
import { badRequest, unknownId } from '../errors.ts';
import type { Call, Route } from '../route.ts';

const fields = '/locations/:locationId/customFields';

export const locationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/locations/:locationId',
    scope: 'locations.readonly',
    level: 'any',
    handle: ({ location }) => ({ location: location.details }),
  },
  { method: 'GET', path: fields, scope: 'locations/customFields.readonly', handle: listFields },
  { method: 'GET', path: `${fields}/:id`, scope: 'locations/customFields.readonly', handle: getField },
  { method: 'POST', path: fields, scope: 'locations/customFields.write', status: 201, handle: createField },
];

function listFields(call: Call) {
  const model = call.query.get('model') ?? 'contact';
  if (!['contact', 'opportunity', 'all'].includes(model)) throw badRequest('model must be contact, opportunity or all');
  const all = [...call.location.customFields.values()];
  return { customFields: model === 'all' ? all : all.filter((field) => field.model === model) };
}

/** By id, or by field key, which HighLevel shows to its users. */
function getField(call: Call): { customField: WireCustomField } {
  const id = call.param('id');
  const { customFields } = call.location;
  const field = customFields.get(id) ?? [...customFields.values()].find(({ fieldKey }) => fieldKey === id);
  if (!field) throw unknownId('Custom field', id);
  return { customField: field };
}

interface FieldInput {
  name: string;
  dataType: string;
  placeholder?: string;
  acceptedFormat?: string[];
  isMultipleFile?: boolean;
  maxNumberOfFiles?: number;
  textBoxListOptions?: unknown[];
  position?: number;
  model?: string;
}

const input = dto<FieldInput>({
  name: required(text, filled),
  dataType: required(text, filled),
  placeholder: optional(text),
  acceptedFormat: optional(list),
  isMultipleFile: optional(flag),
  maxNumberOfFiles: optional(number),
  textBoxListOptions: optional(list),
  position: optional(number),
  model: optional(oneOf('contact', 'opportunity')),
});

function createField(call: Call): { customField: WireCustomField } {
  const { name, dataType, placeholder = '', position, model = 'contact', ...rest } = call.accept(input);
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const customField: WireCustomField = {
    id: call.state.random.id(),
    name,
    dataType,
    placeholder,
    model,
    fieldKey: `${model}.${key}`,
    position: position ?? (call.location.customFields.size + 1) * 50,
    picklistOptions: rest.textBoxListOptions ?? [],
    picklistImageOptions: [],
    isAllowedCustomOption: false,
    isMultiFileAllowed: rest.isMultipleFile ?? false,
    maxFileLimit: rest.maxNumberOfFiles ?? 1,
    locationId: call.location.details.id,
  };
  call.location.customFields.set(customField.id, customField);
  return { customField };
}
