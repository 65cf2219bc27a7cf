import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { Panel } from '../../store/view.ts';
import { cityOf } from '../composer/local-time.ts';

/** An instant in the zones of the contact and of the location, if they differ from the document's zone; otherwise `''`. */
export function otherTimeZones(
  panel: Pick<Panel, 'environment' | 'contact' | 'directory'>,
  at: number,
  words: WritingMessages,
): string {
  const { culture, timeZone: own } = panel.environment;
  const inZone = (timeZone: string) => {
    const options = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
    try {
      return new Intl.DateTimeFormat(culture, { ...options, timeZone }).format(at);
    } catch {
      // The browser does not know the zone.
      return null;
    }
  };
  const here = inZone(own);
  const zones = new Set([panel.contact.peek().data?.timezone, panel.directory.location.peek()?.timezone]);
  return [...zones]
    .map((zone) => {
      const there = zone ? inZone(zone) : null;
      return zone && there && there !== here ? words.inZone(there, cityOf(zone)) : null;
    })
    .filter((line) => line !== null)
    .join('\n');
}
