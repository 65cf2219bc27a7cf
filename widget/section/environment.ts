import type { AccessLevel, Environment } from './port.ts';

const levels: Readonly<Record<string, AccessLevel>> = { none: 'none', 'read table': 'read table', full: 'full' };

const isZone = (timeZone: string) => {
  try {
    return timeZone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

/** Locales come from an address or a browser and end in `Intl`, which throws at what it cannot read (`en-US@posix`). */
const locale = (...wanted: (string | null)[]): string => {
  const [first = '', ...others] = wanted;
  try {
    return Intl.getCanonicalLocales(first ?? '')[0] ?? locale(...others);
  } catch {
    return others.length > 0 ? locale(...others) : 'en';
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
