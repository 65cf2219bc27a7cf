import { useState } from 'preact/hooks';
import type { Failure } from '../../../engine/failure.ts';
import type { ColumnProblem } from '../../../sync/guess/problems.ts';
import type { Remedy } from '../../../sync/guess/transform-for.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useColumnIssueMessages } from '../../i18n/use-column-issues.ts';
import { reasonOf } from '../parts/explain.ts';

interface ColumnIssueProps {
  problem: ColumnProblem;
  column: string;
  field: string;
  /** Formats values of HighLevel. */
  textOf?: (value: string) => string;
  /** `null` where no other type would help, or where the person may not change one. */
  remedy: Remedy | null;
  onChangeType: (to: Remedy['to']) => Promise<Failure | null>;
}

/** What is in the way between a column and its field, with a button for what would end it. */
export function ColumnIssue({ problem, column, field, textOf, remedy, onChangeType }: ColumnIssueProps) {
  const messages = useMessages();
  const words = useColumnIssueMessages();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  if (!words) return null;
  const format = problem.code === 'unheld' && textOf ? textOf : (text: string) => text;
  const samples = problem.samples.map((sample) => `“${format(sample).replaceAll('\n', ', ')}”`).join(', ');
  const change = async (to: Remedy['to']) => {
    setBusy(true);
    setFailure(await onChangeType(to));
    setBusy(false);
  };
  return (
    <>
      <span class="field-why">{words.issues[problem.code]({ column, field, samples })}</span>
      {failure && <span class="field-why">{reasonOf(failure, messages, { label: column })}</span>}
      {remedy && (
        <button type="button" class="link" disabled={busy} onClick={() => change(remedy.to)}>
          {words.changeTo(words.types[remedy.to])}
        </button>
      )}
    </>
  );
}
