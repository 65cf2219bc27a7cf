import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { list, shape, text, texts, written } from './read.ts';
import type { BulkTagsResponse, TagsResponse } from './wire.ts';
import type { LocationTagResponse, LocationTagsResponse, WireLocationTag } from './wire-location.ts';

/** A tag of the location. */
export interface Tag {
  id: string;
  name: string;
}

/**
 * Adds tags to a contact and returns all its tags. Tags have their own endpoints because an update replaces the whole list. A tag
 * that the location does not have is created for all its users: offer `listTags` first.
 */
export async function addTags(api: Api, contactId: string, tags: readonly string[], call?: Call): Promise<string[]> {
  const request = { ...call, body: { tags }, effect: 'same' } as const;
  return texts(shape<TagsResponse>(await api.post(path`contacts/${contactId}/tags`, request)).tags);
}

/** Removes tags from a contact and returns its remaining tags. */
export async function removeTags(api: Api, contactId: string, tags: readonly string[], call?: Call): Promise<string[]> {
  return texts(
    shape<TagsResponse>(await api.delete(path`contacts/${contactId}/tags`, { ...call, body: { tags } })).tags,
  );
}

/** A contact that a bulk change did not change, and HighLevel's message. */
export interface Unchanged {
  contactId: string;
  complaint: string;
}

/** Adds or removes tags of many contacts and returns the unchanged ones, which HighLevel reports in a successful response. */
export async function changeTags(
  api: Api,
  change: 'add' | 'remove',
  { locationId, contactIds, tags }: { locationId: string; contactIds: readonly string[]; tags: readonly string[] },
  call?: Call,
): Promise<Unchanged[]> {
  const body = { contacts: contactIds, tags, locationId };
  const response = await api.post(path`contacts/bulk/tags/update/${change}`, { ...call, body, effect: 'same' });
  return list(shape<BulkTagsResponse>(response).responses).flatMap((result) => {
    const raw = shape<{ contactId: string; message: string; type: string }>(result);
    return raw.type === 'error' ? [{ contactId: text(raw.contactId), complaint: text(raw.message) }] : [];
  });
}

/** Reads the tags of a location. */
export async function listTags(api: Api, locationId: string, call?: Call): Promise<Tag[]> {
  const response = shape<LocationTagsResponse>(await api.get(path`locations/${locationId}/tags`, call));
  return list(response.tags).map(readTag);
}

/** Creates a tag in a location. */
export async function createTag(api: Api, locationId: string, name: string, call?: Call): Promise<Tag> {
  const response = await api.post(path`locations/${locationId}/tags`, { ...call, body: { name } });
  return readTag(written<LocationTagResponse>(response, 'tag'));
}

function readTag(value: unknown): Tag {
  const raw = shape<WireLocationTag>(value);
  return { id: text(raw.id), name: text(raw.name) };
}
