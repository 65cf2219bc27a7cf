import type { Report } from '../../engine/execute.ts';
import type { EntryNow } from '../../engine/kinds/entry.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Outbox } from './outbox.ts';
import type { History } from './undo.ts';

/** The operation that takes another one back; `null` when it cannot be taken back, or not before its report is there. */
export type Invert = (operation: Operation, report: Pick<Report, 'before' | 'after'>) => Operation | null;

interface TakeBackOptions {
  outbox: Outbox;
  history: History;
  /** Its code comes with the engine. */
  invert: () => Promise<Invert>;
}

/** Makes operations of this panel ones that can be taken back. */
export interface TakeBack {
  /** Remembers an operation that was sent, with its report or the promise of it. */
  remember(operation: Operation, report: Report | Promise<Report>): void;
}

/** Only the report of a field's save has the values that it replaced. */
const afterReport = (inverse: Invert, operation: Operation, report: Report) =>
  inverse(operation.kind === 'field' ? (report.done ?? operation) : operation, report);

/**
 * Taking back is an operation like any other: the inverse of the last one, so it is refused where another client changed the
 * value since. Doing it again is the inverse of that.
 */
export function createTakeBack({ outbox, history, invert }: TakeBackOptions): TakeBack {
  /** Entries that were brought back under new ids, by the id that they had. */
  const replaced = new Map<string, string>();
  const currentId = (id: string): string => {
    const next = replaced.get(id);
    return next ? currentId(next) : id;
  };

  outbox.onEnd((operation, { done, after }) => {
    if (!done || operation.kind !== 'entry' || !operation.target.like) return;
    const made = (after as EntryNow | null)?.entry;
    if (made) replaced.set(operation.target.like.id, made.id);
  });

  function withCurrentId(operation: Operation): Operation {
    if (operation.kind !== 'entry') return operation;
    const { entryId, like } = operation.target;
    const target = {
      ...operation.target,
      entryId: entryId && currentId(entryId),
      ...(like && { like: { ...like, id: currentId(like.id) } }),
    };
    return { ...operation, target };
  }

  return {
    remember(operation, report) {
      let last = { operation, report };
      async function takeBack() {
        const { operation: of, report: reported } = last;
        const inverse = await invert();
        // What needs no report, such as a tick, does not wait for it.
        const back = inverse(of, { before: null, after: null }) ?? afterReport(inverse, of, await reported);
        if (!back) return;
        const sent = withCurrentId(back);
        const next = outbox.send(sent);
        last = { operation: sent, report: next };
        if (!(await next).done && last.report === next) last = { operation: of, report: reported };
      }
      const again = () => void takeBack().catch(() => {});
      history.did({ undo: again, redo: again });
    },
  };
}
