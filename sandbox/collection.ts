/** Records indexed by id and by the contact (or appointment) that owns them, in order of creation. */
export interface Collection<T extends { id: string }> {
  get(id: string): T | undefined;
  of(owner: string): T[];
  all(): IterableIterator<T>;
  put(record: T): T;
  remove(id: string): boolean;
  removeOf(owner: string): void;
}

export function createCollection<T extends { id: string }>(ownerOf: (record: T) => string): Collection<T> {
  const records = new Map<string, T>();
  const byOwner = new Map<string, Set<string>>();
  const remove = (id: string) => {
    const record = records.get(id);
    if (record) byOwner.get(ownerOf(record))?.delete(id);
    return records.delete(id);
  };
  return {
    get: (id) => records.get(id),
    of: (owner) => [...(byOwner.get(owner) ?? [])].flatMap((id) => records.get(id) ?? []),
    all: () => records.values(),
    put(record) {
      records.set(record.id, record);
      const owner = ownerOf(record);
      const ids = byOwner.get(owner);
      if (ids) ids.add(record.id);
      else byOwner.set(owner, new Set([record.id]));
      return record;
    },
    remove,
    removeOf(owner) {
      for (const id of byOwner.get(owner) ?? []) records.delete(id);
      byOwner.delete(owner);
    },
  };
}
