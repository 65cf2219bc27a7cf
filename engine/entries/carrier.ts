import { execute, type Report } from '../execute.ts';
import { differences } from '../forms.ts';
import type { EntryOperation, OperationOf } from '../operation.ts';
import type { Ports } from '../ports.ts';

/** Carries operations out for a client that keeps none, such as a server: the rows are there for all to see. */
export interface Carrier {
  /** Never rejects. */
  carry(operation: EntryOperation): Promise<Report>;
  /** Creates that HighLevel refused, the last one of each row: as they are, they are not tried again. */
  refused(): readonly OperationOf<'entry'>[];
}

export function createCarrier(ports: Ports): Carrier {
  const left = new Map<string, OperationOf<'entry'>>();

  /** A create of which no answer came is repeated under its key: it is the same one. */
  function repeated(operation: EntryOperation): EntryOperation {
    const before = left.get(rowOf(operation));
    if (!before?.want || operation.kind !== 'entry' || !operation.want) return operation;
    const isSame = differences(before.want, operation.want).length === 0;
    return isSame ? { ...before, status: 'sending', failure: null, log: null } : operation;
  }

  return {
    async carry(operation) {
      const row = rowOf(operation);
      const report: Report = await execute<'entry' | 'tick'>(ports, repeated(operation));
      left.delete(row);
      for (const one of report.left) if (row !== '' && one.kind === 'entry') left.set(row, one);
      return report;
    },
    refused: () => [...left.values()].filter(({ failure }) => failure?.retryable === false),
  };
}

/** The typed row of a create; `''` for anything else. */
const rowOf = ({ kind, target }: EntryOperation) =>
  kind === 'entry' && 'row' in target && target.row ? `${target.kind} ${target.row.rowId}` : '';
