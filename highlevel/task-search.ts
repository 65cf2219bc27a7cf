import type { Api, Call } from './client.ts';
import { type Pages, pagesBySkip } from './pages.ts';
import { path } from './path.ts';
import { list, shape } from './read.ts';
import { readTask, type Task } from './tasks.ts';
import type { TasksResponse, WireTaskSearch } from './wire.ts';

export interface TaskSearch {
  contactIds?: readonly string[];
  completed?: boolean;
  /** User ids. */
  assignees?: readonly string[];
  query?: string;
  businessId?: string;
}

/** Yields the matching tasks of a location across its contacts, each once. */
export function searchTasks(api: Api, locationId: string, search: TaskSearch, call?: Call): Pages<Task> {
  return pagesBySkip(100, async (skip, limit) => ({
    items: await searchTaskPage(api, locationId, search, { skip, limit }, call),
  }));
}

/** One page of the matching tasks, for whoever needs some and not all: one request. */
export async function searchTaskPage(
  api: Api,
  locationId: string,
  search: TaskSearch,
  { skip, limit }: { skip: number; limit: number },
  call?: Call,
): Promise<Task[]> {
  const body = writeSearch(search, skip, limit);
  const request = { ...call, body, effect: 'none' } as const;
  const response = shape<TasksResponse>(await api.post(path`locations/${locationId}/tasks/search`, request));
  // HighLevel's schema is a list of lists.
  return list(response.tasks)
    .flat()
    .map((task) => readTask(task));
}

function writeSearch(search: TaskSearch, skip: number, limit: number): WireTaskSearch {
  const { contactIds, completed, assignees, query, businessId } = search;
  return {
    contactId: contactIds && [...contactIds],
    completed,
    assignedTo: assignees && [...assignees],
    query: query || undefined,
    businessId,
    skip,
    limit,
  };
}
