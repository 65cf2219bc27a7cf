import { dto, filled, required, text } from '../dto.ts';
import { badRequest } from '../errors.ts';
import type { Call, Route } from '../route.ts';
import { tidyTags } from '../tags.ts';

const path = '/locations/:locationId/tags';

export const locationTagRoutes: Route[] = [
  {
    method: 'GET',
    path,
    scope: 'locations/tags.readonly',
    handle: ({ location }) => ({ tags: [...location.tags.values()] }),
  },
  { method: 'POST', path, scope: 'locations/tags.write', handle: createTag },
];

const input = dto<{ name: string }>({ name: required(text, filled) });

function createTag(call: Call) {
  const [name = ''] = tidyTags([call.accept(input).name], call.quirks);
  if (call.location.tags.has(name)) throw badRequest('The tag name is already exist.');
  const tag = { id: call.state.random.id(), name, locationId: call.location.details.id };
  call.location.tags.set(name, tag);
  return { tag };
}
