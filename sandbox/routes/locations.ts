import type { WireCustomField } from '../../highlevel/wire-location.ts';
import { badRequest, unknownId } from '../errors.ts';
import type { Call, Route } from '../route.ts';

const fields = '/locations/:locationId/customFields';

export const locationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/locations/:locationId',
    scope: 'locations.readonly',
    company: true,
    answer: ({ place }) => ({ location: place.location }),
  },
  { method: 'GET', path: fields, scope: 'locations/customFields.readonly', answer: listFields },
  { method: 'GET', path: `${fields}/:id`, scope: 'locations/customFields.readonly', answer: getField },
];

function listFields(call: Call) {
  const model = call.query.get('model') ?? 'contact';
  if (!['contact', 'opportunity', 'all'].includes(model)) throw badRequest('model must be contact, opportunity or all');
  const all = [...call.place.customFields.values()];
  return { customFields: model === 'all' ? all : all.filter((field) => field.model === model) };
}

/** By id, or by the key that a person sees. */
function getField(call: Call): { customField: WireCustomField } {
  const id = call.param('id');
  const { customFields } = call.place;
  const field = customFields.get(id) ?? [...customFields.values()].find(({ fieldKey }) => fieldKey === id);
  if (!field) throw unknownId('Custom field', id);
  return { customField: field };
}
