/** A contact's further fields, their editors, and the deletion of a contact. */
export const fields = {
  showEmpty: (count: number) => `Show ${count} empty`,
  hideEmpty: 'Hide empty',
  searchFields: 'Find a field',
  allFields: 'Show all fields',
  noField: (text: string) => `No field is called “${text}”.`,

  tag: 'Tag',
  addTag: 'Add a tag',
  removeTag: (tag: string) => `Remove tag ${tag}`,
  newTag: (tag: string) => `New tag “${tag}”`,
  newTagHow: 'Creates this tag for the whole location',
  tagsUnread: 'Couldn’t load this location’s tags. You can still type one.',
  reading: 'Reading…',
  unread: 'Couldn’t reach HighLevel.',
  still: (text: string) => `HighLevel still has ${text}.`,

  clear: 'Clear',
  editLong: 'Ctrl+Enter saves · Esc cancels',
  editChoices: 'Space toggles · Enter saves · Esc cancels',
  box: (field: string, index: number) => `${field}, line ${index}`,
  addBox: 'Add another',

  groups: { people: 'People and messages', origin: 'In HighLevel' },
  business: 'Business',
  noBusiness: 'No business',
  others: 'Other contacts at this business',
  othersOf: (business: string) => `Other contacts at ${business || 'this business'}`,
  noOthers: 'No other contacts.',
  inRow: (row: number) => `Row ${row}`,
  inRows: (rows: string) => `Rows ${rows}`,
  timezone: 'Time zone',

  followers: 'Followers',
  follower: 'Follower',
  addFollower: 'Add a follower',
  removeFollower: (name: string) => `Remove follower ${name}`,
  followersUnread: 'Not known yet',

  messages: 'Do not disturb',
  anyMessage: 'All channels allowed',
  inbound: 'Inbound messages are blocked in HighLevel.',
  channels: {
    call: 'Calls',
    email: 'Email',
    sms: 'SMS',
    whatsApp: 'WhatsApp',
    gmb: 'Google messages',
    fb: 'Messenger',
  },
  channelMenu: 'Do not disturb: tick channels to block',
  permanent: 'Permanently blocked (carrier or legal)',

  origin: {
    type: 'Type',
    dateAdded: 'Added',
    dateUpdated: 'Updated',
    lastActivity: 'Last activity',
    first: 'First source',
    last: 'Latest source',
    page: 'Page',
  },

  deleteItem: 'Delete in HighLevel…',
  delete: {
    title: (name: string) => `Delete ${name || 'this contact'} in HighLevel?`,
    tasks: (count: number) => (count === 1 ? '1 task' : `${count} tasks`),
    notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    appointments: (count: number) => (count === 1 ? '1 appointment' : `${count} appointments`),
    goToo: (list: string, _count: number) => `${list} will be deleted too.`,
    allGoes: 'Everything that belongs to it will be deleted too.',
    rest: 'Your Grist row stays. This can’t be undone.',
    keep: 'Keep',
    act: 'Delete contact',
    deleting: 'Deleting…',
    rowKept: 'Deleted in HighLevel, but the row still holds the contact’s id.',
  },

  domain: {
    title: 'Links into HighLevel',
    text: 'If your agency uses its own domain, links open there.',
    label: 'White-label domain',
    bad: 'That isn’t a domain. Write it like app.example.com.',
    kept: 'Applied. Press Grist’s green **Save** to keep it for everyone.',
  },
};

export type FieldsMessages = typeof fields;
