import type { ProbeContext } from './context.ts';
import { type Finding, finding, isRecord, records, textOf } from './finding.ts';

/** Compares the times of a contact's appointments with the calendar's time of one of them. */
export async function checkTimes({ request, events, timezone }: ProbeContext): Promise<Finding[]> {
  const [event] = records(events?.body.events);
  const startTime = textOf(event?.startTime);
  const response = event ? await request('GET', `/calendars/events/appointments/${textOf(event.id)}`) : null;
  const wrapper = response && Object.keys(response.body).filter((key) => isRecord(response.body[key]));
  const single = wrapper?.[0] ? response?.body[wrapper[0]] : response?.body;
  const instant = isRecord(single) ? textOf(single.startTime) : '';
  return [
    finding('times of a contact’s appointments', 'without an offset', startTime ? formOf(startTime) : null),
    finding('the wrapper of one appointment', 'event', wrapper && (wrapper.join(', ') || 'none')),
    finding('times of one appointment', 'with an offset', instant ? formOf(instant) : null),
    finding('the zone of a contact’s appointments', 'the location’s', zoneOf(startTime, instant, timezone)),
  ];
}

const hasOffset = (time: string) => /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
const formOf = (time: string) => (hasOffset(time) ? 'with an offset' : 'without an offset');

/** The zone in which `local` is the time of the instant; `null` if it cannot be determined. */
function zoneOf(local: string, instant: string, timezone: string): string | null {
  if (!local || !hasOffset(instant) || !timezone) return null;
  if (hasOffset(local)) return Date.parse(local) === Date.parse(instant) ? 'the location’s' : 'another instant';
  const shown = (timeZone: string) => clockAt(Date.parse(instant), timeZone);
  const written = local.replace('T', ' ').slice(0, 16);
  if (written === shown(timezone)) return 'the location’s';
  return written === shown('UTC') ? 'UTC' : 'neither the location’s nor UTC';
}

/** `YYYY-MM-DD HH:MM` in the zone. */
function clockAt(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
