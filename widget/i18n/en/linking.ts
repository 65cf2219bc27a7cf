/** Rows without a contact: candidates, linking and creation. */
export const linking = {
  newRow: { title: 'New row', text: 'Type an email or phone and we look for the contact.' },

  looking: (name: string) => (name ? `Looking for ${name}…` : 'Looking for the contact…'),
  isThis: (name: string) => (name ? `Is this ${name}?` : 'Is this the contact?'),
  isOneOf: (name: string) => (name ? `Is one of these ${name}?` : 'Is one of these the contact?'),
  nobody: 'No contact matches this row.',
  nobodyHow: 'Search HighLevel, or create the contact.',
  nobodyElse: 'No one else matches this row.',
  nothing: 'Nothing to search by yet.',
  nothingHow: 'Add an email or phone to the row, or search by name.',
  failed: 'Couldn’t look in HighLevel.',
  slowDown: 'HighLevel asked us to slow down. We look again in a moment.',
  unreachable: 'Can’t reach HighLevel. We look again in a moment.',
  unlinked: 'This row isn’t linked yet.',
  lookedFor: {
    both: 'We searched HighLevel for this row’s email and phone.',
    email: 'We searched HighLevel for this row’s email.',
    phone: 'We searched HighLevel for this row’s phone.',
    name: 'We searched HighLevel for this row’s name.',
  },
  viewer: 'An editor of this document can link it.',

  which: 'Choose the right contact',
  nowLinked: (name: string) => `The row is linked to **${name}** now.`,
  cancel: 'Cancel',

  reasons: { email: 'Same email', phone: 'Same phone', name: 'Same name', alike: 'Similar name' },
  linkedTo: (rows: readonly number[]) =>
    rows.length === 1 ? `Linked to row ${rows[0]}` : `Linked to ${rows.length} rows`,
  added: (day: string) => `added ${day}`,
  active: (day: string) => `last active ${day}`,
  inRow: (held: string) => `The row: ${held}`,
  list: 'Possible matches',
  link: 'Link',
  linking: 'Linking…',
  taken: (rows: readonly number[]) =>
    rows.length === 1 ? `Row ${rows[0]} has this contact already.` : `${rows.length} rows have this contact already.`,
  linkAnyway: 'Link anyway',
  rowChanged: 'Someone changed or deleted this row in the meantime.',
  idColumn: 'the contact id',

  or: 'or',
  search: 'Search HighLevel',
  searchHint: 'Search name, email, phone or tag',
  clearSearch: 'Clear the search',
  searching: 'Searching…',
  noHit: (words: string) => `No one in HighLevel matches “${words}”.`,
  results: (count: number) => (count === 1 ? '1 contact found' : `${count} contacts found`),

  create: 'Create contact',
  fromColumns: (count: number) =>
    count === 1
      ? 'Creates it in HighLevel from 1 mapped column.'
      : `Creates it in HighLevel from ${count} mapped columns.`,
  checking: 'Looking for duplicates…',
  creating: 'Creating…',
  unnamed: 'Add an email or phone to the row first: HighLevel needs one.',
  obstacle: (field: string, reason: string) => `**${field}**: ${reason}`,
  duplicates: 'This contact already exists in HighLevel.',
  duplicatesHow: 'Link it instead, or create another contact.',
  duplicatesOnly: 'Link it instead: this location keeps one contact for each email and phone.',
  createAnyway: 'Create anyway',
  back: 'Back',
  unsure: 'HighLevel didn’t say whether it made the contact. Trying again finds out, and makes no second one.',
  notCreated: 'Nothing was created.',
  notLinked: 'Created in HighLevel, not linked yet.',

  gone: {
    title: 'Not in HighLevel any more',
    text: 'This contact was deleted or merged. Your row is unchanged.',
    successor: 'It may have been merged into:',
    find: 'Search for it',
    create: 'Create a new contact',
    clear: 'Clear the link',
    id: 'Contact id',
  },

  invalidId: {
    column: {
      email: 'This column holds emails, not contact ids',
      phone: 'This column holds phone numbers, not contact ids',
      name: 'This column holds names, not contact ids',
      'merge-tag': 'This column holds placeholders, not contact ids',
      other: 'This column holds no contact ids',
    },
    cell: {
      email: 'This is an email, not a contact id',
      phone: 'This is a phone number, not a contact id',
      name: 'This is a name, not a contact id',
      'merge-tag': 'This is a placeholder, not a contact id',
      other: 'This is no contact id',
    },
    found: (text: string) => `The row has **${text}** where the contact id belongs. Nothing is changed.`,
    cellHow: 'Correct the cell in Grist, or empty it to look for the contact',
    invisible: 'An invisible character is in this contact id',
    invisibleHow: 'It came along when the id was copied. HighLevel knows the id only without it.',
    clean: 'Remove the character',
  },
};

export type LinkingMessages = typeof linking;
