import { type ReadonlySignal, signal } from '@preact/signals';
import { toFailure } from '../../../engine/failure.ts';
import { createPace } from '../../../engine/pace.ts';
import { run } from '../../../engine/run.ts';
import type { FillView } from '../views/entry-tables.ts';
import type { EntryTables } from './entry-tables.ts';

export interface Filling {
  readonly view: ReadonlySignal<FillView | null>;
  run(): Promise<void>;
  stop(): void;
}

/** Brings the entries of every contact of the table into the entry tables, behind all that people do. */
export function createFilling(entryTables: () => Promise<EntryTables>): Filling {
  const view = signal<FillView | null>(null);
  let turn = new AbortController();
  const show = (change: Partial<FillView>) => {
    const known = view.peek() ?? { done: 0, total: 0, failed: 0, running: true, failure: null };
    view.value = { ...known, ...change };
  };

  async function fill(signal: AbortSignal): Promise<void> {
    const { ports, sync, holder } = await entryTables();
    const linked = (await ports.contacts.rows()).filter(({ contactId }) => contactId !== '');
    const contactIds = [...new Set(linked.map(({ contactId }) => contactId))];
    show({ total: contactIds.length });
    const read = new Set<string>();
    const onRead = (contactId: string) => show({ done: read.add(contactId).size });
    const how = { holder, signal, paced: createPace(signal), entries: sync, onRead };
    for await (const { checkpoint, results, isCutShort } of run(ports, { kind: 'entries', contactIds }, null, how)) {
      const failures = results.flatMap((one) => (one.kind === 'unread' ? [one] : []));
      const failed = new Set(failures.map(({ contactId }) => contactId)).size;
      const failure = isCutShort ? (failures.at(-1)?.failure ?? null) : null;
      show({ done: checkpoint.done, failed: (view.peek()?.failed ?? 0) + failed, failure });
    }
  }

  return {
    view,
    async run() {
      if (view.peek()?.running) return;
      turn = new AbortController();
      const { signal } = turn;
      view.value = null;
      show({ running: true });
      await fill(signal).catch((error: unknown) => {
        if (!signal.aborted) show({ failure: toFailure(error) });
      });
      show({ running: false });
    },
    stop: () => turn.abort(new DOMException('Stopped', 'AbortError')),
  };
}
