import { documentedQuirks, type Quirks } from '../../../sandbox/quirks.ts';

interface Departure {
  /** While this behaviour differs from the documented one, its violations are expected. */
  quirk: keyof Quirks;
  contract: string;
  findings: readonly string[];
}

/** Behaviours of the sandbox that contradict the specification on purpose, because they were observed at HighLevel. */
const departures: readonly Departure[] = [
  {
    quirk: 'appointmentWrapper',
    contract: 'GET /calendars/events/appointments/{eventId}',
    findings: ['answer has appointment, which is unknown', 'answer lacks event.id', 'answer lacks event.startTime'],
  },
  {
    quirk: 'companyNameUpdatable',
    contract: 'PUT /contacts/{contactId}',
    findings: ['request has companyName, which is unknown'],
  },
];

/** Whether a violation is that of a switched behaviour. */
export const isExpected = (contract: string, finding: string, quirks: Readonly<Quirks>): boolean =>
  departures.some(
    (departure) =>
      quirks[departure.quirk] !== documentedQuirks[departure.quirk] &&
      departure.contract === contract &&
      departure.findings.includes(finding),
  );
