import type { TargetedEvent } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { Failure } from '../../../engine/failure.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useActivityMessages } from '../../i18n/use-activity.ts';
import type { Panel } from '../../store/view.ts';
import type { ActivityStore } from '../../store/views/sync.ts';
import { explain } from '../parts/explain.ts';
import { Icon } from '../parts/Icon.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { LogLine } from '../timeline/LogLine.tsx';
import './ActivityLog.css';
import '../timeline/Filters.css';

/** The changes in this document: time, user, old and new value, and result. */
export function ActivityLog({ panel }: { panel: Pick<Panel, 'now' | 'readOnly' | 'directory' | 'activity'> }) {
  const words = useActivityMessages();
  const messages = useMessages();
  const activity = useLoaded(panel.activity);
  const id = useId();
  useEffect(() => activity?.watch(), [activity]);
  if (!words) return null;
  if (!activity) return <p role="status">{words.reading}</p>;
  const entries = activity.entries.value;
  const error = activity.error.value;
  const me = activity.me.value?.highlevelUserId ?? '';
  return (
    <section class="log" aria-label={words.title}>
      <div class="log-head">
        <div class="search">
          <Icon name="search" size={14} />
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={activity.search.value}
            onInput={(event: TargetedEvent<HTMLInputElement>) => {
              activity.search.value = event.currentTarget.value;
            }}
          />
        </div>
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={activity.problemsOnly.value}
            checked={activity.problemsOnly.value}
            onChange={() => {
              activity.problemsOnly.value = !activity.problemsOnly.value;
            }}
          />
          {words.problems}
        </label>
      </div>
      {error && (
        <p class="field-note field-note--bad" role="alert">
          {explain(error, messages, { label: words.title })}{' '}
          <button type="button" class="link" onClick={() => activity.reload()}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {entries.length === 0 && !error && (
        <p class="log-none" role="status">
          {activity.loading.value ? words.reading : words.nothing}
        </p>
      )}
      <ol>
        {entries.map((entry) => (
          <LogLine key={entry.id} entry={entry} panel={panel} words={words} />
        ))}
      </ol>
      {activity.more.value && (
        <button type="button" class="btn" disabled={activity.loading.value} onClick={() => activity.older()}>
          {words.older}
        </button>
      )}
      <div class="log-foot">
        <label class="lab" for={id}>
          {words.me}
        </label>
        <Select
          id={id}
          value={me}
          choices={[
            { value: '', label: words.nobody },
            ...[...panel.directory.users.value.values()].map((user) => ({ value: user.id, label: user.name })),
          ]}
          disabled={panel.readOnly.value}
          onPick={activity.introduce}
        />
        <CopyLog panel={panel} activity={activity} />
      </div>
    </section>
  );
}

/** Copies the log into a table of the document, in which it can be sorted and charted. */
function CopyLog({ panel, activity }: { panel: Pick<Panel, 'readOnly'>; activity: ActivityStore }) {
  const messages = useMessages();
  const words = useActivityMessages()?.copy;
  const { step, added, failure } = activity.copying.value;
  if (!words) return null;
  const result = step === 'done' ? (added === 0 ? words.nothing : words.done(added)) : '';
  return (
    <div class="log-copy">
      <button
        type="button"
        class="btn"
        disabled={panel.readOnly.value || step === 'busy'}
        onClick={() => activity.copy()}
      >
        {step === 'busy' ? words.busy : words.button}
      </button>
      <span role="status">{result}</span>
      {failure && (
        <p class="field-note field-note--bad" role="alert">
          {explainCopyFailure(failure, messages, words.what)}
        </p>
      )}
    </div>
  );
}

/** A copy cannot be half saved, so Grist's refusal needs no other wording. */
const explainCopyFailure = (failure: Failure, messages: Messages, label: string) =>
  explain({ ...failure, side: 'highlevel' }, messages, { label });
