import type { TableData, UserAction } from '../../../grist/doc.ts';
import { type AccessRules, checkChanges, seenBy } from './access.ts';
import { applyAction } from './actions.ts';
import { changesBetween, type RowChange, revert } from './changes.ts';
import { GristRefusal, sandboxRefusal } from './refusal.ts';
import { dataOf, type MemoryTables, metadataOf } from './tables.ts';

/** One undo step. */
export interface MemoryBundle {
  actions: readonly UserAction[];
  description: string;
  changes: readonly RowChange[];
}

/** A Grist document in memory, with Grist's manners: types, refusals in its words, bundles that are all or nothing. */
export interface MemoryDocument {
  /** A table as a person sees it. Throws `GristRefusal`. */
  fetch(tableId: string, rules?: AccessRules): TableData;
  /** Applies a bundle in the name of a person. Throws `GristRefusal`. */
  apply(actions: readonly UserAction[], description?: string, rules?: AccessRules): readonly unknown[];
  /** What was applied, oldest first. */
  bundles: readonly MemoryBundle[];
  /** Ctrl+Z: takes back a bundle, whatever came after it. */
  undo(bundle: MemoryBundle): void;
  /** Calls back after each bundle and each undo; returns what ends that. */
  onChange(changed: () => void): () => void;
}

export function createMemoryDocument(): MemoryDocument {
  let tables: MemoryTables = new Map();
  const bundles: MemoryBundle[] = [];
  const listeners = new Set<() => void>();

  function become(next: MemoryTables) {
    tables = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    bundles,
    fetch(tableId, rules) {
      const table = tables.get(tableId);
      const data = table ? dataOf(table) : metadataOf(tables, tableId);
      if (!data) throw sandboxRefusal(`KeyError '${tableId}'`);
      return seenBy(tableId, data, rules);
    },
    apply(actions, description = '', rules) {
      if (rules?.readOnly) throw new GristRefusal('No write access', 'AUTH_NO_EDIT');
      let next = tables;
      const returned = actions.map((action) => {
        const applied = applyAction(next, action);
        // Each action is checked: a value that is written there and back in one bundle is one of them.
        checkChanges(changesBetween(next, applied.tables), next, rules);
        next = applied.tables;
        return applied.returned;
      });
      bundles.push({ actions, description, changes: changesBetween(tables, next) });
      become(next);
      return returned;
    },
    undo(bundle) {
      bundles.splice(bundles.indexOf(bundle), 1);
      become(revert(tables, bundle.changes));
    },
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
