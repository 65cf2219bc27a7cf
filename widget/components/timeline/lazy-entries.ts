/** The entries of a timeline, which arrive after the first paint. A constant, because `Lazy` caches the component by its loader. */
export const loadEntries = async () => (await import('./Entries.tsx')).Entries;
