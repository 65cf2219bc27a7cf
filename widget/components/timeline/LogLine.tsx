import type { ActivityEntry } from '../../../panel-api/activity.ts';
import { type FieldRef, traitsOf } from '../../../sync/refs.ts';
import type { ActivityMessages } from '../../i18n/en/activity.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { labelOf, useFieldText } from '../fields/field-text.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import '../settings/ActivityLog.css';

const presentations: Record<NonNullable<ActivityEntry['result']>, { icon: IconName; tone: string }> = {
  saved: { icon: 'check', tone: '' },
  refused: { icon: 'alert', tone: ' log-res--bad' },
  half: { icon: 'alert', tone: ' log-res--amber' },
  unknown: { icon: 'clock', tone: ' log-res--amber' },
  conflict: { icon: 'differs', tone: ' log-res--amber' },
  'given-up': { icon: 'arc', tone: '' },
};

/** A reason that is only a code is not shown, because the result describes it. */
const isCode = (reason: string) => /^[a-z-]+$/.test(reason);

interface LogLineProps {
  entry: ActivityEntry;
  panel: Pick<Panel, 'now' | 'directory'>;
  words: ActivityMessages;
  /** Below a heading with the day, only the time is shown. */
  isOfDay?: boolean;
}

/** One change: its subject, old and new value, user and result. */
export function LogLine({ entry, panel, words, isOfDay = false }: LogLineProps) {
  const formats = useFormats();
  const { result, person, reason } = entry;
  const { icon, tone } = result ? presentations[result] : { icon: 'clock' as const, tone: ' log-res--amber' };
  const { what, action } = useChange(entry, panel, words);
  return (
    <li class="log-row">
      <time dateTime={new Date(entry.at).toISOString()}>
        {isOfDay ? formats.time(entry.at) : formats.moment(entry.at, panel.now.value)}
      </time>
      <span class="log-what">
        <b>{what}</b> <span class="log-action">{action}</span>
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

/** The name of the changed thing, and the change. */
function useChange(
  { act, what: name, label, from, to }: ActivityEntry,
  panel: Pick<Panel, 'directory'>,
  words: ActivityMessages,
) {
  const { contact, timeline } = useMessages();
  const customFields = panel.directory.customFields.value;
  const field = name as FieldRef;
  const isField = act === 'field';
  const textOf = useFieldText(panel, (isField && traitsOf(field, customFields)?.kind) || 'text');
  const change = `${textOf(from) || '—'} → ${textOf(to) || '—'}`;
  if (isField) {
    const custom = customFields.find(({ id }) => field === `custom:${id}`)?.name ?? null;
    return {
      what: words.things[name as Thing] ?? labelOf({ key: field, label: custom }, contact.fields),
      action: change,
    };
  }
  if (act === 'link') return { what: label || words.things.contact, action: to === '' ? words.unlinked : words.linked };
  const what = label || (act === 'contact' ? words.things.contact : timeline[act]);
  if (act === 'task' && isTick(to)) return { what, action: words.task(to === 'true') };
  const body = (text: string) => textOf(text.startsWith(`${label}\n`) ? text.slice(label.length + 1) : text);
  if (from === '') return { what, action: [words.added, body(to)].filter(Boolean).join(': ') };
  return { what, action: to === '' ? words.deleted : change };
}

type Thing = keyof ActivityMessages['things'];

const isTick = (text: string) => text === 'true' || text === 'false';
