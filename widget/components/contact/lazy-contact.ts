import { preload } from '../parts/Lazy.tsx';

/** What the rest of a contact is shown and changed with: fetched together, right after the first paint. */
const fetchParts = () => import('./contact-chunk.ts');

export const loadFieldTools = async () => (await fetchParts()).FieldTools;
export const loadMoreFields = async () => (await fetchParts()).MoreFields;
export const loadContactMenu = async () => (await fetchParts()).ContactMenu;
export const loadTags = async () => (await fetchParts()).EditableTags;
export const loadChannels = async () => (await fetchParts()).ClosedChannels;

/** A part that cannot be fetched now is tried again when it is needed. */
export const preloadContact = () =>
  Promise.allSettled([
    preload(loadMoreFields),
    preload(loadFieldTools),
    preload(loadContactMenu),
    preload(loadTags),
    preload(loadChannels),
  ]);
