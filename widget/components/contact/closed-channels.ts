import type { Contact, DndChannel } from '../../../highlevel/contact.ts';

type DndWords = Readonly<Record<DndChannel | 'all', string>>;

/** What pills say about closed channels: one word where the contact is left alone as a whole. */
export const closedNames = (closed: readonly DndChannel[], of: readonly DndChannel[], all: boolean, words: DndWords) =>
  all && closed.length === of.length ? [words.all] : closed.map((channel) => words[channel]);

/** The channels that a contact has closed. One that is not spoken of is as the whole contact is. */
export const closedOf = ({ dnd, dndSettings }: Contact, of: readonly DndChannel[]) =>
  of.filter((channel) => (dndSettings[channel] ?? (dnd ? 'active' : 'inactive')) !== 'inactive');
