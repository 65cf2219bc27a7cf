import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { list, shape, text, texts, wrapped } from './read.ts';
import type { BulkTagsAnswer, TagsAnswer } from './wire.ts';
import type { LocationTagAnswer, LocationTagsAnswer, WireLocationTag } from './wire-location.ts';

/** A tag that the location knows. */
export interface Tag {
  id: string;
  name: string;
}

/**
 * Adds tags to a contact and answers all it then has. Tags are changed one by one because an update replaces the whole list. A tag
 * that the location does not know becomes known to it for everyone: offer `listTags` first.
 */
export async function addTags(api: Api, contactId: string, tags: readonly string[], call?: Call): Promise<string[]> {
  const request = { ...call, body: { tags }, effect: 'same' } as const;
  return texts(shape<TagsAnswer>(await api.post(path`contacts/${contactId}/tags`, request)).tags);
}

/** Takes tags from a contact and answers all it then has. */
export async function removeTags(api: Api, contactId: string, tags: readonly string[], call?: Call): Promise<string[]> {
  return texts(shape<TagsAnswer>(await api.delete(path`contacts/${contactId}/tags`, { ...call, body: { tags } })).tags);
}

/** A contact that a bulk change left as it was, and HighLevel's words for it. */
export interface Unchanged {
  contactId: string;
  complaint: string;
}

/** Adds tags to many contacts, or takes them away, and answers those that were left as they were: HighLevel calls that a success. */
export async function changeTags(
  api: Api,
  change: 'add' | 'remove',
  { locationId, contactIds, tags }: { locationId: string; contactIds: readonly string[]; tags: readonly string[] },
  call?: Call,
): Promise<Unchanged[]> {
  const body = { contacts: contactIds, tags, locationId };
  const answer = await api.post(path`contacts/bulk/tags/update/${change}`, { ...call, body, effect: 'same' });
  return list(shape<BulkTagsAnswer>(answer).responses).flatMap((response) => {
    const raw = shape<{ contactId: string; message: string; type: string }>(response);
    return raw.type === 'error' ? [{ contactId: text(raw.contactId), complaint: text(raw.message) }] : [];
  });
}

/** Reads the tags that a location knows. */
export async function listTags(api: Api, locationId: string, call?: Call): Promise<Tag[]> {
  const answer = shape<LocationTagsAnswer>(await api.get(path`locations/${locationId}/tags`, call));
  return list(answer.tags).map(readTag);
}

/** Makes a tag known to a location. */
export async function createTag(api: Api, locationId: string, name: string, call?: Call): Promise<Tag> {
  const answer = await api.post(path`locations/${locationId}/tags`, { ...call, body: { name } });
  return readTag(wrapped<LocationTagAnswer>(answer, 'tag'));
}

function readTag(value: unknown): Tag {
  const raw = shape<WireLocationTag>(value);
  return { id: text(raw.id), name: text(raw.name) };
}
