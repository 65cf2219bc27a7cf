import { type ReadonlySignal, signal } from '@preact/signals';
import type { Section } from '../../section/port.ts';
import { toFailure } from '../failure.ts';
import type { Failure } from '../view.ts';
import type { FillView } from '../views/mirror.ts';
import type { Mirroring } from './start.ts';

/** Milliseconds to wait where HighLevel says no time. */
const usualWait = 10_000;
/** Contacts that fail in a row before it gives up: then it is not about the contacts. */
const patience = 5;

export interface Filling {
  readonly view: ReadonlySignal<FillView | null>;
  run(): Promise<void>;
  stop(): void;
}

/** Brings the entries of every contact of the table into the mirrored tables, one contact after the other: people come first. */
export function createFilling(section: Pick<Section, 'whole'>, mirroring: () => Promise<Mirroring>): Filling {
  const view = signal<FillView | null>(null);
  let isStopped = false;
  const show = (change: Partial<FillView>) => {
    const known = view.peek() ?? { done: 0, total: 0, failed: 0, running: true, failure: null };
    view.value = { ...known, ...change };
  };

  /** While HighLevel asks for patience it has it. */
  async function visitPatiently(visit: () => Promise<Failure | null>): Promise<Failure | null> {
    for (;;) {
      const failure = await visit();
      if (failure?.code !== 'rate-limited' || isStopped) return failure;
      const wait = Math.max(0, (failure.retryAt ?? Date.now() + usualWait) - Date.now());
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async function fill(): Promise<void> {
    const [{ visitAll }, whole] = await Promise.all([mirroring(), section.whole()]);
    const linked = (await whole.rows()).filter(({ contactId }) => contactId !== '');
    show({ total: linked.length });
    let inRow = 0;
    for (const row of linked) {
      const failure = await visitPatiently(() => visitAll(row));
      if (isStopped) return;
      inRow = failure ? inRow + 1 : 0;
      const { done = 0, failed = 0 } = view.peek() ?? {};
      show({ done: done + 1, ...(failure && { failed: failed + 1 }), ...(inRow >= patience && { failure }) });
      if (inRow >= patience) return;
    }
  }

  return {
    view,
    async run() {
      if (view.peek()?.running) return;
      isStopped = false;
      view.value = null;
      show({ running: true });
      await fill().catch((error: unknown) => show({ failure: toFailure(error) }));
      show({ running: false });
    },
    stop: () => {
      isStopped = true;
    },
  };
}
