/** What a contact has besides its fields. */
export type EntryKind = 'task' | 'note' | 'appointment';
