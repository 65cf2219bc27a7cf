import { preload } from '../parts/Lazy.tsx';

/** The remaining parts of a contact: one chunk, fetched right after the first paint. */
const fetchParts = () => import('./contact-chunk.ts');

export const loadFieldTools = async () => (await fetchParts()).FieldTools;
export const loadMoreFields = async () => (await fetchParts()).MoreFields;
export const loadContactMenu = async () => (await fetchParts()).ContactMenu;
export const loadTags = async () => (await fetchParts()).EditableTags;
export const loadChannels = async () => (await fetchParts()).ClosedChannels;

/** A chunk that cannot be fetched now is fetched again when it is needed. */
export const preloadContact = () =>
  Promise.allSettled([
    preload(loadMoreFields),
    preload(loadFieldTools),
    preload(loadContactMenu),
    preload(loadTags),
    preload(loadChannels),
  ]);
