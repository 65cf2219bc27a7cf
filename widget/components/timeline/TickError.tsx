import type { Failure } from '../../../engine/failure.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';
import './EntryFoot.css';

interface TickErrorProps {
  panel: Pick<Panel, 'timeline'>;
  taskId: string;
  failure: Failure;
}

/** Why a tick was not saved on both sides, and the button that retries it. */
export function TickError({ panel, taskId, failure }: TickErrorProps) {
  const messages = useMessages();
  return (
    <p class="entry-trouble">
      <span>{explain(failure, messages, { label: messages.timeline.task })}</span>
      {failure.retryable && (
        <button type="button" class="link" onClick={() => panel.timeline.retryTask(taskId)}>
          {messages.tryAgain}
        </button>
      )}
    </p>
  );
}
