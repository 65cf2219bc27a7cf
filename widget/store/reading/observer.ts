import type { Observer } from '../../../engine/ports.ts';
import type { Cache } from './cache.ts';
import { entriesIn, type Records } from './records.ts';

/** Shows what the engine reads and writes on its way. */
export const createObserver = (records: Cache<Records>): Observer => ({
  known: (contactId) => records.peek(contactId)?.contact.state.peek().data,
  contact: (read) => records.open(read.id).contact.put(read),
  tick: ({ contactId, taskId }, completed) =>
    records
      .open(contactId)
      .tasks.change((tasks) => tasks.map((task) => (task.id === taskId ? { ...task, completed } : task))),
  entry: ({ contactId, kind, id }, entry) =>
    entriesIn(records.open(contactId), kind).change((entries) => {
      const at = entries.findIndex((one) => one.id === id);
      if (!entry) return entries.filter((one) => one.id !== id);
      return at < 0 ? [...entries, entry] : entries.with(at, entry);
    }),
});
