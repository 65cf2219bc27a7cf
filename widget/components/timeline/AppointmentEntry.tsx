import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Entry } from '../../store/views/timeline.ts';
import { Icon } from '../parts/Icon.tsx';
import { EntryItem } from './EntryItem.tsx';
import type { EntryContext } from './entry-context.ts';
import { RichText } from './RichText.tsx';

type Props = { entry: Extract<Entry, { kind: 'appointment' }> } & EntryContext;

/** By HighLevel's status; an unknown status is grey. */
const pills: Record<string, string> = {
  confirmed: ' pill--green',
  booked: ' pill--blue',
  showed: ' pill--blue',
  completed: ' pill--blue',
  active: ' pill--blue',
  noshow: ' pill--amber',
};

export function AppointmentEntry(props: Props) {
  const { entry, panel, group, now } = props;
  const { timeline: words } = useMessages();
  const formats = useFormats();
  const { title, status, startTime, endTime, address, notes, calendarId } = entry.appointment;
  const calendar = panel.directory.calendars.value.get(calendarId);
  const name = title || words.untitled;
  const state = words.statuses[status as keyof typeof words.statuses] ?? status;
  const span = formats.span(startTime, endTime, now);
  const off = status === 'cancelled' || status === 'noshow' || status === 'invalid';
  const color = /^#[\da-f]{3,8}$/i.test(calendar?.color ?? '') ? calendar?.color : undefined;

  return (
    <EntryItem
      {...props}
      look={off ? ' entry--appt entry--off' : ' entry--appt'}
      label={[words.appointment, name, span, state].filter(Boolean).join(', ')}
    >
      <span class="entry-mark">
        <span class="bar" style={color && { '--cal': color }} />
      </span>
      <div>
        <p class="entry-title">{name}</p>
        <p class="entry-meta">
          <span data-when class="num">
            {group === 'day' ? formats.times(startTime, endTime) : span}
          </span>
          {calendar && <span>{calendar.name}</span>}
        </p>
        {address && (
          <p class="entry-meta">
            <span>
              <Icon name="pin" size={12} />
              {address}
            </span>
          </p>
        )}
        {notes && <RichText class="entry-text" text={notes} lines={2} />}
      </div>
      <div class="entry-side">
        {state && (
          <span class={`pill${pills[status] ?? ''}`}>
            {status === 'confirmed' && <Icon name="check" size={12} />}
            {state}
          </span>
        )}
      </div>
    </EntryItem>
  );
}
