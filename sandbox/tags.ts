import type { Quirks } from './quirks.ts';
import type { Random } from './random.ts';
import type { Place } from './state.ts';

/** Tags as they are kept: trimmed, once each, in lower case unless that is switched off. */
export function tidyTags(tags: readonly string[], quirks: Quirks): string[] {
  const tidy = tags.map((tag) => (quirks.tagsLowerCased ? tag.trim().toLowerCase() : tag.trim()));
  return [...new Set(tidy)].filter((tag) => tag !== '');
}

/** Defines tags for the location that it does not know yet. */
export function defineTags(place: Place, tags: readonly string[], random: Random): void {
  for (const name of tags) {
    if (!place.tags.has(name)) place.tags.set(name, { id: random.id(), name, locationId: place.location.id });
  }
}
