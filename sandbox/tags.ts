import type { Quirks } from './quirks.ts';
import type { Random } from './random.ts';
import type { LocationData } from './state.ts';

/** Tags as HighLevel stores them: trimmed, unique, and in lower case unless that quirk is off. */
export function tidyTags(tags: readonly string[], quirks: Quirks): string[] {
  const tidy = tags.map((tag) => (quirks.tagsLowerCased ? tag.trim().toLowerCase() : tag.trim()));
  return [...new Set(tidy)].filter((tag) => tag !== '');
}

/** Adds the tags that the location does not have yet. */
export function defineTags(location: LocationData, tags: readonly string[], random: Random): void {
  for (const name of tags) {
    if (!location.tags.has(name)) location.tags.set(name, { id: random.id(), name, locationId: location.details.id });
  }
}
