import type { TargetedEvent } from 'preact';
import type { ActivityEntry } from '../../highlevel/activity.ts';
import type { LateMessages } from '../i18n/en/late.ts';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { explain } from './explain.ts';
import { labelOf } from './field-label.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useLoaded } from './use-loaded.ts';
import './ActivityLog.css';

type Words = LateMessages['activity'];

/** What was done in this document: when, by whom, from what to what, and what became of it. */
export function ActivityLog({ panel, words }: { panel: Panel; words: Words }) {
  const messages = useMessages();
  const activity = useLoaded(panel.activity);
  if (!activity) return <p role="status">{words.reading}</p>;
  const entries = activity.entries.value;
  const error = activity.error.value;
  const me = activity.me.value?.highlevelUserId ?? '';
  return (
    <section class="log" aria-label={words.title}>
      <div class="log-head">
        <input
          type="search"
          class="input"
          aria-label={words.search}
          placeholder={words.search}
          value={activity.search.value}
          onInput={(event: TargetedEvent<HTMLInputElement>) => {
            activity.search.value = event.currentTarget.value;
          }}
        />
        <label class="choice">
          <input
            type="checkbox"
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
      {entries.length === 0 && !error && <p role="status">{activity.loading.value ? words.reading : words.nothing}</p>}
      <ol>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} panel={panel} words={words} />
        ))}
      </ol>
      {activity.more.value && (
        <button type="button" class="btn" disabled={activity.loading.value} onClick={() => activity.older()}>
          {words.older}
        </button>
      )}
      <label class="lab">
        {words.me}
        <select
          class="input"
          value={me}
          disabled={panel.readOnly.value}
          onChange={(event: TargetedEvent<HTMLSelectElement>) => activity.introduce(event.currentTarget.value)}
        >
          <option value="">{words.nobody}</option>
          {[...panel.users.value.values()].map(({ id, name }) => (
            <option key={id} value={id} selected={id === me}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

const looks: Record<NonNullable<ActivityEntry['result']>, { icon: IconName; tone: string }> = {
  saved: { icon: 'check', tone: '' },
  refused: { icon: 'alert', tone: ' log-res--bad' },
  half: { icon: 'alert', tone: ' log-res--amber' },
  unknown: { icon: 'clock', tone: ' log-res--amber' },
  conflict: { icon: 'differs', tone: ' log-res--amber' },
  'given-up': { icon: 'arc', tone: '' },
};

function Line({ entry, panel, words }: { entry: ActivityEntry; panel: Panel; words: Words }) {
  const formats = useFormats();
  const { contact } = useMessages();
  const { result, person, act, from, to, reason } = entry;
  const { icon, tone } = result ? looks[result] : { icon: 'clock' as const, tone: ' log-res--amber' };
  const custom = panel.customFields.value.find(({ id }) => entry.what === `custom:${id}`)?.name ?? null;
  const what = act === 'field' ? labelOf({ key: entry.what as never, label: custom }, contact.fields) : entry.label;
  return (
    <li class="log-row">
      <time dateTime={new Date(entry.at).toISOString()}>{formats.moment(entry.at, panel.now.value)}</time>
      <span class="log-what">
        <b>{what}</b> {act === 'task' ? words.task(to === 'true') : `${from || '—'} → ${to || '—'}`}
        <small>
          {person.name ?? words.person(person.userId)} · {words.via[entry.via]}
          {reason && ` · ${reason}`}
        </small>
      </span>
      <span class={`log-res${tone}`}>
        <Icon name={icon} size={14} />
        {result ? words.results[result] : words.underWay}
      </span>
    </li>
  );
}
