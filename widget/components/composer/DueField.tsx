import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Missing } from '../../../engine/forms.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { Labelled } from '../parts/Labelled.tsx';
import { addDays } from './local-time.ts';

interface DueFieldProps {
  words: WritingMessages;
  /** Epoch milliseconds. */
  value: number | null;
  now: number;
  missing: readonly Missing[];
  onChange: (at: number | null) => void;
}

/** A day and a time in the viewer's zone, and shortcuts for common choices. */
export function DueField({ words, value, now, missing, onChange }: DueFieldProps) {
  const messages = useMessages();
  const formats = useFormats();
  const { dayOf, timeOf, instantOf } = formats.clock;
  const parts = (at: number | null) => ({ at, day: at === null ? '' : dayOf(at), time: at === null ? '' : timeOf(at) });
  const [typed, setTyped] = useState(() => parts(value));
  // A half-typed date stays in the inputs until another instant comes from outside.
  const shown = typed.at === value ? typed : parts(value);

  const setDue = (day: string, time: string) => {
    const at = instantOf(day, time);
    setTyped({ at, day, time });
    onChange(at);
  };
  const today = dayOf(now);
  const monday = addDays(today, (8 - new Date(today).getUTCDay()) % 7 || 7);
  const inThreeDays = addDays(today, 3);
  // On a Friday both would be the same Monday.
  const isMonday = inThreeDays === monday;
  const quick = [
    { name: messages.today, day: today, time: '17:00' },
    { name: messages.tomorrow, day: addDays(today, 1), time: '09:00' },
    ...(isMonday
      ? []
      : [{ name: formats.day(instantOf(inThreeDays, '09:00') ?? now, now), day: inThreeDays, time: '09:00' }]),
    { name: words.nextWeek, day: monday, time: '09:00' },
  ];

  return (
    <>
      <div class="compose-row">
        <Labelled label={words.due} about="due" missing={missing}>
          {({ id, missing: lacks }) => (
            <input
              id={id}
              type="date"
              class="input"
              value={shown.day}
              aria-invalid={lacks ? true : undefined}
              aria-describedby={lacks}
              onInput={(event: TargetedEvent<HTMLInputElement>) =>
                setDue(event.currentTarget.value, shown.time || '09:00')
              }
            />
          )}
        </Labelled>
        <Labelled label={words.time}>
          {({ id }) => (
            <input
              id={id}
              type="time"
              class="input"
              value={shown.time}
              onInput={(event: TargetedEvent<HTMLInputElement>) => setDue(shown.day, event.currentTarget.value)}
            />
          )}
        </Labelled>
      </div>
      <div class="quick">
        {quick.map(({ name, day, time }) => {
          const at = instantOf(day, time);
          if (at === null || at <= now) return null;
          return (
            <button
              key={name}
              type="button"
              class="quick-choice"
              aria-pressed={at === value}
              onClick={() => setDue(day, time)}
            >
              {name} <span class="num">{formats.time(at)}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
