import type { PageDoc } from '../../../grist/doc.ts';
import { toGristError } from '../../../grist/errors.ts';
import { matching } from '../../../grist/table-data.ts';
import type { AccessRules } from './access.ts';
import type { MemoryDocument } from './document.ts';

/** A document in memory behind the port, as a person with such rules reaches it. */
export function createMemoryDoc(document: MemoryDocument, rules: AccessRules = {}): PageDoc {
  /** Grist answers later, and what it answers is a copy. */
  async function answer<T>(call: () => T): Promise<T> {
    await Promise.resolve();
    try {
      return structuredClone(call());
    } catch (error) {
      throw toGristError(error);
    }
  }
  return {
    fetchTable: (tableId, where) =>
      answer(() => {
        const data = document.fetch(tableId, rules);
        return where ? matching(data, where) : data;
      }),
    apply: (actions, description) => answer(() => document.apply(actions, description, rules)),
    async applyBoth(first, second, description) {
      const next = await second(await answer(() => document.apply(first, description, rules)));
      await answer(() => document.apply(next, description, rules));
    },
  };
}
