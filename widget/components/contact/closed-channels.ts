import type { Contact, DndChannel } from '../../../highlevel/contact.ts';

type DndWords = Readonly<Record<DndChannel | 'all', string>>;

/** The labels of closed channels: a single label if do-not-disturb applies to the whole contact. */
export const closedNames = (closed: readonly DndChannel[], of: readonly DndChannel[], all: boolean, words: DndWords) =>
  all && closed.length === of.length ? [words.all] : closed.map((channel) => words[channel]);

/** The closed channels of a contact. A channel without a setting follows the contact's general setting. */
export const closedOf = ({ dnd, dndSettings }: Contact, of: readonly DndChannel[]) =>
  of.filter((channel) => (dndSettings[channel] ?? (dnd ? 'active' : 'inactive')) !== 'inactive');
