import type { WireTaskSearch } from '../../highlevel/wire.ts';
import { dto, flag, number, optional, text, texts } from '../dto.ts';
import type { Call, Route } from '../route.ts';
import { presentTask } from './tasks.ts';

export const taskSearchRoutes: Route[] = [
  {
    method: 'POST',
    path: '/locations/:locationId/tasks/search',
    scope: 'locations/tasks.readonly',
    handle: searchTasks,
  },
];

const input = dto<WireTaskSearch>({
  contactId: optional(texts),
  completed: optional(flag),
  assignedTo: optional(texts),
  query: optional(text),
  limit: optional(number),
  skip: optional(number),
  businessId: optional(text),
});

function searchTasks({ body, location, quirks }: Call) {
  const { contactId, completed, assignedTo, query, limit = 25, skip = 0, businessId } = input.read(body);
  const wanted = query?.toLowerCase();
  const found = [...location.tasks.all()].filter(
    (task) =>
      (!contactId || contactId.includes(task.contactId)) &&
      (completed === undefined || task.completed === completed) &&
      (!assignedTo || assignedTo.includes(task.assignedTo ?? '')) &&
      (!wanted || `${task.title} ${task.body}`.toLowerCase().includes(wanted)) &&
      (!businessId || location.contacts.get(task.contactId)?.businessId === businessId),
  );
  const page = found.slice(skip, skip + limit).map(presentTask);
  return { tasks: quirks.foundTaskIdUnderscored ? page.map(({ id, ...rest }) => ({ _id: id, ...rest })) : page };
}
