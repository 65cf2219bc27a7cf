import type { Failure } from '../../engine/failure.ts';
import type { Row, SectionState } from '../section/port.ts';
import type { Resource, Screen } from './view.ts';

interface ScreenFacts {
  section: SectionState;
  contact: Resource<unknown>;
  settingsOpen: boolean;
  /** The row, and the contact it had, when somebody wanted another one for it. */
  changing: Row | null;
}

/** Reasons for which nothing of HighLevel can be shown or done until somebody acts. */
const refusals: ReadonlySet<Failure['code']> = new Set([
  'unauthenticated',
  'forbidden',
  'not-connected',
  'no-access',
  'read-only',
]);

/** Chooses what fills the panel. A contact with old data stays, whatever goes wrong while it refreshes; so do the row's own values. */
export function chooseScreen({ section, contact, settingsOpen, changing }: ScreenFacts): Screen {
  if (section.kind !== 'row') return settingsOpen && canHaveSettings(section) ? { kind: 'settings' } : section;
  if (settingsOpen) return { kind: 'settings' };
  const { row } = section;
  if (row.invalidId !== undefined) return { kind: 'invalid-id', row };
  if (row.contactId === '') return { kind: 'unlinked', row };
  if (changing?.rowId === row.rowId && changing.contactId === row.contactId) return { kind: 'change-link', row };
  const { error, data } = contact;
  if (!error) return { kind: 'contact' };
  if (error.code === 'not-found') return { kind: 'unknown-contact', row };
  return data === undefined && refusals.has(error.code) ? { kind: 'refused', failure: error } : { kind: 'contact' };
}

/** Without Grist, or without its consent, there is nothing to set. */
const canHaveSettings = ({ kind }: SectionState) =>
  kind !== 'outside-grist' && kind !== 'no-access' && kind !== 'booting';
