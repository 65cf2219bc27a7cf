import type { TargetedEvent } from 'preact';
import { Icon } from '../parts/Icon.tsx';
import { Labelled } from '../parts/Labelled.tsx';
import { Select } from '../parts/Select.tsx';
import { BodyField } from './BodyField.tsx';
import { activeCalendars, type FieldsProps, inCalendar } from './entry-forms.ts';
import { PersonSelect } from './PersonSelect.tsx';
import { SlotPicker } from './SlotPicker.tsx';

const minute = 60_000;

export function AppointmentForm(props: FieldsProps<'appointment'>) {
  const { panel, words, form, entry, missing, change } = props;
  const all = panel.directory.calendars.value;
  const calendar = all.get(form.calendarId);
  const active = activeCalendars(panel);
  // An appointment can stay in a calendar that was deactivated.
  const offered = !calendar || active.includes(calendar) ? active : [calendar, ...active];
  const own = entry?.appointment;
  const length =
    own && own.calendarId === form.calendarId ? own.endTime - own.startTime : (calendar?.slotDuration ?? 0) * minute;
  const setStart = (startTime: number | null) => {
    const endTime = startTime === null || length <= 0 ? null : startTime + length;
    change({ startTime, endTime });
  };
  const setCalendar = (id: string) => {
    const chosen = all.get(id);
    const nothing = { startTime: null, endTime: null, outsideSlots: false };
    change({ ...nothing, ...(chosen ? inCalendar(panel, chosen) : { calendarId: '', assignee: '' }) });
  };

  return (
    <>
      <input
        class="compose-title"
        autoComplete="off"
        aria-label={words.title}
        placeholder={words.titleHint}
        value={form.title}
        onInput={(event: TargetedEvent<HTMLInputElement>) => change({ title: event.currentTarget.value })}
      />
      <Labelled label={words.calendar} about="calendar" missing={missing}>
        {({ id, missing: lacks }) => (
          <Select
            id={id}
            value={form.calendarId}
            missing={lacks}
            choices={[
              ...(calendar ? [] : [{ value: '', label: words.chooseCalendar }]),
              ...offered.map(({ id: value, name, slotDuration }) => ({
                value,
                label: slotDuration > 0 ? words.length(name, slotDuration) : name,
              })),
            ]}
            before={calendar && <span class="swatch" style={colorOf(calendar.color)} />}
            onPick={setCalendar}
          />
        )}
      </Labelled>
      {(calendar?.needsAssignee || form.assignee) && (
        <Labelled label={words.assignee} about="assignee" missing={missing}>
          {({ id, missing: lacks }) => (
            <PersonSelect
              id={id}
              panel={panel}
              value={form.assignee}
              {...(calendar && calendar.members.length > 0 && { among: calendar.members })}
              nobody={words.choosePerson}
              missing={lacks}
              onPick={(assignee) => change({ assignee })}
            />
          )}
        </Labelled>
      )}
      <SlotPicker {...props} setStart={setStart} />
      <Labelled label={words.where}>
        {({ id }) => (
          <div class="with-icon">
            <Icon name="pin" size={14} />
            <input
              id={id}
              class="input"
              autoComplete="off"
              placeholder={words.whereHint}
              value={form.address}
              onInput={(event: TargetedEvent<HTMLInputElement>) => change({ address: event.currentTarget.value })}
            />
          </div>
        )}
      </Labelled>
      <BodyField
        label={words.notes}
        hint={words.notesHint}
        rows={2}
        value={form.notes}
        onInput={(notes) => change({ notes })}
      />
    </>
  );
}

const colorOf = (color: string) => (/^#[\da-f]{3,8}$/i.test(color) ? { '--cal': color } : undefined);
