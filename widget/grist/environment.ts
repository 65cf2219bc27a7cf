import type { AccessLevel, Environment } from './port.ts';

const levels: Readonly<Record<string, AccessLevel>> = { none: 'none', 'read table': 'read table', full: 'full' };

const isZone = (timeZone: string) => {
  try {
    return timeZone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

/** Locales come from an address and end in `Intl`, which throws at what it cannot read. */
const locale = (wanted: string | null, otherwise: string) => {
  try {
    return Intl.getCanonicalLocales(wanted ?? '')[0] ?? otherwise;
  } catch {
    return otherwise;
  }
};

/** Reads where the panel was put from the query that Grist appends to the widget's address. */
export function readEnvironment(search: string): Environment {
  const query = new URLSearchParams(search);
  const here = Intl.DateTimeFormat().resolvedOptions();
  const timeZone = query.get('timeZone') ?? '';
  const currency = query.get('currency') ?? '';
  return {
    readOnly: query.get('readonly') === 'true',
    language: locale(query.get('language'), navigator.language),
    culture: locale(query.get('culture'), navigator.language),
    timeZone: isZone(timeZone) ? timeZone : here.timeZone,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : 'USD',
  };
}

/** Reads the access level from the same query, before Grist says anything. `null` when it is not there. */
export function readAccessLevel(search: string): AccessLevel | null {
  return levels[new URLSearchParams(search).get('access') ?? ''] ?? null;
}
