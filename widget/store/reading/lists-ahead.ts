import type { Api } from '../../../highlevel/client.ts';
import { searchContacts } from '../../../highlevel/contact-search.ts';
import { searchTaskPage } from '../../../highlevel/task-search.ts';
import type { Task } from '../../../highlevel/tasks.ts';
import type { Cache } from './cache.ts';
import type { Records } from './records.ts';

/** Contacts of one list, and how many of the next ones a list has to have shown before another is read. */
const listed = 20;
const near = 8;
/** A search of contacts and two pages of tasks. */
const requests = 3;
/** Milliseconds after which a list is too old to show. */
const listedFor = 60_000;
/** Two pages of HighLevel's task search: further tasks are shown where the cursor rests. */
const taskPage = 100;
const mostTasks = 2 * taskPage;
const inBackground = { priority: 'low' } as const;

interface ListsOptions {
  records: Cache<Records>;
  api: () => Promise<Api>;
  locationId: () => Promise<string>;
  /** Is there budget for so many requests, and nothing more urgent? */
  mayGo: (api: Api, requests: number) => boolean;
}

/**
 * Shows the next contacts of somebody who walks through the rows faster than contacts can be read: names, phones and tags by
 * one search, open tasks by another, for twenty rows at once. Both are some seconds old in HighLevel's search index, so they
 * are previews; the contact on which the cursor rests is read.
 */
export function createListsAhead({ records, api, locationId, mayGo }: ListsOptions) {
  const listedAt = new Map<string, number>();
  let isReading = false;
  // HighLevel's specification does not describe the filters of a search: a location that refuses them has no previews.
  let isRefused = false;

  const isKnown = (contactId: string) =>
    Date.now() - (listedAt.get(contactId) ?? Number.NEGATIVE_INFINITY) < listedFor ||
    records.peek(contactId)?.contact.state.peek().asOf !== undefined;

  async function readContacts(to: Api, location: string, wanted: ReadonlySet<string>): Promise<void> {
    const filters = [...wanted].map((value) => ({ field: 'id', operator: 'eq', value }));
    const search = {
      locationId: location,
      filters: [{ group: 'OR' as const, filters }],
      pageSize: wanted.size,
    };
    const missing = new Set(wanted);
    for await (const contact of searchContacts(to, search, inBackground)) {
      if (missing.delete(contact.id)) records.open(contact.id).contact.preview(contact);
      // Whatever else the search may have is another request, and nobody's.
      if (missing.size === 0) return;
    }
  }

  async function readTasks(to: Api, location: string, wanted: ReadonlySet<string>): Promise<void> {
    const tasks = new Map<string, Task[]>([...wanted].map((contactId) => [contactId, []]));
    const search = { contactIds: [...wanted], completed: false };
    for (let skip = 0, isFull = true; isFull && skip < mostTasks; skip += taskPage) {
      const page = await searchTaskPage(to, location, search, { skip, limit: taskPage }, inBackground);
      for (const task of page) tasks.get(task.contactId)?.push(task);
      isFull = page.length === taskPage;
    }
    for (const [contactId, found] of tasks) {
      if (found.length > 0) records.open(contactId).tasks.preview(found);
    }
  }

  /** Reads the lists of the contacts that come next, nearest first, unless the nearest were listed lately. */
  return async (next: readonly string[]): Promise<void> => {
    if (isReading || isRefused || next.slice(0, near).every(isKnown)) return;
    const wanted = new Set(next.filter((contactId) => !isKnown(contactId)).slice(0, listed));
    isReading = true;
    try {
      const to = await api();
      if (wanted.size === 0 || !mayGo(to, requests)) return;
      const location = await locationId();
      const at = Date.now();
      await Promise.all([readContacts(to, location, wanted), readTasks(to, location, wanted)]);
      for (const contactId of wanted) listedAt.set(contactId, at);
    } catch (error) {
      isRefused = (error as { code?: string }).code === 'rejected';
    } finally {
      isReading = false;
    }
  };
}
