import type { ActivityEntry } from '../../highlevel/activity.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import type { LateMessages } from '../i18n/en/late.ts';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { labelOf } from './field-label.ts';
import { useFieldText } from './field-text.ts';
import { Icon, type IconName } from './Icon.tsx';
import './ActivityLog.css';

const looks: Record<NonNullable<ActivityEntry['result']>, { icon: IconName; tone: string }> = {
  saved: { icon: 'check', tone: '' },
  refused: { icon: 'alert', tone: ' log-res--bad' },
  half: { icon: 'alert', tone: ' log-res--amber' },
  unknown: { icon: 'clock', tone: ' log-res--amber' },
  conflict: { icon: 'differs', tone: ' log-res--amber' },
  'given-up': { icon: 'arc', tone: '' },
};

/** A reason may be no more than a code: then the result says it in words. */
const isCode = (reason: string) => /^[a-z-]+$/.test(reason);

interface LogLineProps {
  entry: ActivityEntry;
  panel: Panel;
  words: LateMessages['activity'];
  /** Under a heading that tells the day, the time is enough. */
  isOfDay?: boolean;
}

/** What was done once: what, from what to what, by whom, and what became of it. */
export function LogLine({ entry, panel, words, isOfDay = false }: LogLineProps) {
  const formats = useFormats();
  const customFields = panel.customFields.value;
  const { contact } = useMessages();
  const { result, person, act, from, to, reason } = entry;
  const { icon, tone } = result ? looks[result] : { icon: 'clock' as const, tone: ' log-res--amber' };
  const field = entry.what as FieldRef;
  const custom = customFields.find(({ id }) => field === `custom:${id}`)?.name ?? null;
  const what = act === 'field' ? labelOf({ key: field, label: custom }, contact.fields) : entry.label;
  const kind = act === 'field' ? traitsOf(field, customFields)?.kind : undefined;
  const textOf = useFieldText(panel, kind ?? 'text');
  return (
    <li class="log-row">
      <time dateTime={new Date(entry.at).toISOString()}>
        {isOfDay ? formats.time(entry.at) : formats.moment(entry.at, panel.now.value)}
      </time>
      <span class="log-what">
        <b>{what}</b> {act === 'task' ? words.task(to === 'true') : `${textOf(from) || '—'} → ${textOf(to) || '—'}`}
        <small>
          {person.name ?? words.person(person.userId)} · {words.via[entry.via]}
          {reason && !isCode(reason) && ` · ${reason}`}
        </small>
      </span>
      <span class={`log-res${tone}`}>
        <Icon name={icon} size={14} />
        {result ? words.results[result] : words.underWay}
      </span>
    </li>
  );
}
