import type { TargetedEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { otherTimeZones } from '../contact/other-time-zones.ts';
import { Icon } from '../parts/Icon.tsx';
import { Labelled } from '../parts/Labelled.tsx';
import type { FieldsProps } from './entry-forms.ts';
import { addDays, cityOf } from './local-time.ts';
import { type FreeTimes, useFreeSlots } from './use-free-slots.ts';
import './SlotPicker.css';

type Props = FieldsProps<'appointment'> & { setStart: (at: number | null) => void };

/** Chooses a free slot of a day, or any other time explicitly. */
export function SlotPicker(props: Props) {
  const { panel, work, words, form, entry, isSlotGone, setStart, change } = props;
  const { clock } = useFormats();
  const { dayOf, timeOf, instantOf } = clock;
  const own = entry?.appointment.startTime ?? null;
  const [day, setDay] = useState(() => dayOf(form.startTime ?? panel.now.peek()));
  const free = useFreeSlots(work, {
    calendarId: form.calendarId,
    userId: form.assignee,
    day,
    clock,
    isRefused: isSlotGone,
  });

  const go = (next: string) => {
    if (!next) return;
    setDay(next);
    if (form.outsideSlots) setStart(form.startTime === null ? null : instantOf(next, timeOf(form.startTime)));
    else setStart(own);
  };
  const step = (count: number, label: string, look: string) => (
    <button
      type="button"
      class={`ib ib--lg ${look}`}
      aria-label={label}
      title={label}
      onClick={() => go(addDays(day, count))}
    >
      <Icon name="back" />
    </button>
  );

  return (
    <>
      <div class="slot-day">
        <Labelled label={words.date}>
          {({ id }) => (
            <input
              id={id}
              type="date"
              class="input"
              value={day}
              onInput={(event: TargetedEvent<HTMLInputElement>) => go(event.currentTarget.value)}
            />
          )}
        </Labelled>
        {step(-1, words.dayBefore, '')}
        {step(1, words.dayAfter, 'ib--next')}
      </div>
      {form.outsideSlots ? <OtherTime {...props} day={day} /> : <FreeSlots {...props} free={free} day={day} go={go} />}
      <button
        type="button"
        class="link slot-other"
        onClick={() => {
          change({ outsideSlots: !form.outsideSlots });
          if (form.outsideSlots) setStart(own);
        }}
      >
        {form.outsideSlots ? words.freeTimes : words.anotherTime}
      </button>
    </>
  );
}

interface FreeSlotsProps extends Props {
  free: FreeTimes;
  day: string;
  go: (day: string) => void;
}

function FreeSlots({ panel, words, form, entry, missing, isSlotGone, setStart, free, day, go }: FreeSlotsProps) {
  const { tryAgain } = useMessages();
  const formats = useFormats();
  const { dayOf, instantOf, timeZone } = formats.clock;
  const id = useId();
  const own = entry?.appointment;
  const ownSlot = own && own.calendarId === form.calendarId && dayOf(own.startTime) === day ? [own.startTime] : [];
  // The appointment's own slot is free for it.
  const slots = [...new Set([...free.slots, ...ownSlot])].sort((one, other) => one - other);
  const { startTime } = form;
  const isReady = free.status === 'ready';
  const isTaken = isReady && startTime !== null && dayOf(startTime) === day && !slots.includes(startTime);
  const lacks = missing.includes('start');
  const times = useRef<HTMLDivElement>(null);
  const focusPending = useRef(false);
  useLayoutEffect(() => {
    const first = times.current?.querySelector('input');
    if (!focusPending.current || !first) return;
    focusPending.current = false;
    first.focus();
  });
  // The button disappears with the empty day, so the focus moves to the slots.
  const goToTimes = (next: string) => {
    focusPending.current = true;
    go(next);
  };

  if (form.calendarId === '') return <p class="form-hint">{words.noCalendar}</p>;
  return (
    <div
      class="lab"
      role="radiogroup"
      aria-labelledby={`${id}-free`}
      aria-busy={free.status === 'loading'}
      aria-invalid={lacks ? true : undefined}
      aria-describedby={`${id}-announcement`}
    >
      <span id={`${id}-free`}>{words.free(cityOf(timeZone))}</span>
      <div id={`${id}-announcement`} aria-live="polite">
        {free.status === 'loading' && <p class="form-hint">{words.reading}</p>}
        {isTaken && startTime !== null && (
          <p class="form-missing">
            {words.taken(formats.time(startTime))} {slots.length > 0 && words.stillFree}
          </p>
        )}
        {isSlotGone && isReady && !isTaken && startTime !== null && (
          <p class="form-missing">{words.notTaken(formats.time(startTime))}</p>
        )}
        {isReady && slots.length === 0 && (
          <p class="form-hint">
            {words.noneFree}{' '}
            {free.nextDay ? (
              <button type="button" class="link" onClick={() => goToTimes(free.nextDay ?? day)}>
                {words.nextFree(formats.day(instantOf(free.nextDay, '12:00') ?? 0, panel.now.peek()))}
              </button>
            ) : (
              words.noneSoon
            )}
          </p>
        )}
        {free.status === 'failed' && (
          <p class="form-missing">
            {words.unread}{' '}
            <button type="button" class="link" onClick={free.retry}>
              {tryAgain}
            </button>
          </p>
        )}
        {lacks && <p class="form-missing">{words.missing.start}</p>}
      </div>
      {isReady && slots.length > 0 && (
        <div ref={times} class="slots">
          {slots.map((slot) => (
            <label key={slot} class="slot num" title={otherTimeZones(panel, slot, words) || undefined}>
              <input type="radio" name={id} value={slot} checked={slot === startTime} onChange={() => setStart(slot)} />
              {formats.time(slot)}
            </label>
          ))}
        </div>
      )}
    </div>
  );
}

function OtherTime({ words, form, missing, setStart, day }: Props & { day: string }) {
  const { timeOf, instantOf } = useFormats().clock;
  return (
    <Labelled label={words.time} about="start" missing={missing}>
      {({ id, missing: lacks }) => (
        <>
          <input
            id={id}
            type="time"
            class="input slot-time"
            value={form.startTime === null ? '' : timeOf(form.startTime)}
            aria-invalid={lacks ? true : undefined}
            aria-describedby={lacks}
            onInput={(event: TargetedEvent<HTMLInputElement>) => setStart(instantOf(day, event.currentTarget.value))}
          />
          <p class="form-hint">{words.outside}</p>
        </>
      )}
    </Labelled>
  );
}
