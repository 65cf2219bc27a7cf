import { documentedQuirks, type Quirks } from '../../../sandbox/quirks.ts';

interface Departure {
  /** While this behaviour is switched away from what is documented, the findings beside it are wanted. */
  quirk: keyof Quirks;
  contract: string;
  findings: readonly string[];
}

/** Behaviours of the sandbox that contradict the specification on purpose, because somebody has seen HighLevel do so. */
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

/** Is a finding what a switched behaviour is there for? */
export const isWanted = (contract: string, finding: string, quirks: Readonly<Quirks>): boolean =>
  departures.some(
    (departure) =>
      quirks[departure.quirk] !== documentedQuirks[departure.quirk] &&
      departure.contract === contract &&
      departure.findings.includes(finding),
  );
