import type { Api, Call } from './client.ts';
import { collect, pagesBySkip } from './pages.ts';
import { path } from './path.ts';
import { list, shape, text } from './read.ts';
import type { UsersResponse, WireUser } from './wire-location.ts';

export interface User {
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
}

/** Reads all users of a location. Without `companyId`, which the search requires, HighLevel's older list is used. */
export async function listUsers(
  api: Api,
  { companyId, locationId }: { companyId: string; locationId: string },
  call?: Call,
): Promise<User[]> {
  if (!companyId) return readUsers(await api.get(path`users/`, { ...call, query: { locationId } }));
  const pages = pagesBySkip(100, async (skip, limit) => {
    const response = await api.get(path`users/search`, { ...call, query: { companyId, locationId, skip, limit } });
    return { items: readUsers(response), total: Number(shape<UsersResponse>(response).count) || 0 };
  });
  return collect(pages);
}

/** Reads one user. */
export async function getUser(api: Api, userId: string, call?: Call): Promise<User> {
  return readUser(await api.get(path`users/${userId}`, call));
}

function readUsers(response: unknown): User[] {
  return list(shape<UsersResponse>(response).users).map(readUser);
}

function readUser(value: unknown): User {
  const raw = shape<WireUser>(value);
  const [firstName, lastName] = [text(raw.firstName), text(raw.lastName)];
  return {
    id: text(raw.id),
    name: text(raw.name) || `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    email: text(raw.email),
  };
}
