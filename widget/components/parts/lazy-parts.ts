/**
 * Parts of a contact that the first paint does not need: one chunk, fetched right after it. Each loader is a
 * constant, because `Lazy` caches the component by its loader.
 */
const fetchParts = () => import('./parts-chunk.ts');

export const loadBanner = async () => (await fetchParts()).Banner;
export const loadConflictCard = async () => (await fetchParts()).ConflictCard;
export const loadEditor = async () => (await fetchParts()).FieldEditor;
export const loadNote = async () => (await fetchParts()).FieldNote;
export const loadPicker = async () => (await fetchParts()).FieldPicker;
export const loadAnnouncement = async () => (await fetchParts()).AnnouncementText;
export const loadTickError = async () => (await fetchParts()).TickError;
export const loadGridRow = async () => (await fetchParts()).GridRow;
export const loadToast = async () => (await fetchParts()).ToastLine;
export const loadUnsavedEdits = async () => (await import('./UnsavedEdits.tsx')).UnsavedEdits;
export const loadTimelineEmpty = async () => (await fetchParts()).TimelineEmpty;

/** The parts that write entries: a second chunk. */
const fetchWriting = () => import('../composer/writing-chunk.ts');

export const loadComposer = async () => (await fetchWriting()).Composer;
export const loadEntryEditor = async () => (await fetchWriting()).EntryEditor;
export const loadEntryFoot = async () => (await fetchWriting()).EntryFoot;
