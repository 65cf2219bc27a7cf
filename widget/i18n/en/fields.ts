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
  newTagHow: 'Adds it for the whole location',
  tagsUnread: 'The location’s tags couldn’t be read. A tag you type is added all the same.',
  reading: 'Reading…',
  unread: 'HighLevel couldn’t be asked.',
  still: (text: string) => `HighLevel still has ${text}.`,

  clear: 'Clear',
  editLong: 'Ctrl+Enter saves · Esc cancels',
  editChoices: 'Space ticks · Enter saves · Esc cancels',
  box: (field: string, index: number) => `${field}, text ${index}`,
  addBox: 'Another text',

  groups: { people: 'People and messages', origin: 'In HighLevel' },
  business: 'Business',
  noBusiness: 'No business',
  others: 'Others of this business',
  othersOf: (business: string) => `Others of ${business || 'this business'}`,
  noOthers: 'Nobody else belongs to it.',
  inRow: (row: number) => `Row ${row}`,
  inRows: (rows: string) => `Rows ${rows}`,
  timezone: 'Time zone',

  followers: 'Followers',
  follower: 'Follower',
  addFollower: 'Add a follower',
  removeFollower: (name: string) => `Remove follower ${name}`,
  followersUnread: 'Not known yet',

  messages: 'Do not disturb',
  anyMessage: 'Every channel is open',
  inbound: 'What they send is blocked in HighLevel.',
  channels: {
    call: 'Calls',
    email: 'E-mail',
    sms: 'SMS',
    whatsApp: 'WhatsApp',
    gmb: 'Google messages',
    fb: 'Messenger',
  },
  channelMenu: 'Do not disturb: tick what stays closed',
  permanent: 'Closed for good: set by the carrier or by law',

  origin: {
    type: 'Type',
    dateAdded: 'Added',
    dateUpdated: 'Updated',
    lastActivity: 'Last activity',
    first: 'First came by',
    last: 'Last came by',
    page: 'Page',
  },

  deleteItem: 'Delete in HighLevel…',
  delete: {
    title: (name: string) => `Delete ${name || 'this contact'} in HighLevel?`,
    tasks: (count: number) => (count === 1 ? '1 task' : `${count} tasks`),
    notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    appointments: (count: number) => (count === 1 ? '1 appointment' : `${count} appointments`),
    goToo: (list: string, count: number) => (count === 1 ? `${list} goes too.` : `${list} go too.`),
    allGoes: 'All that belongs to it goes too.',
    rest: 'Your row stays. This can’t be undone.',
    keep: 'Keep',
    act: 'Delete contact',
    deleting: 'Deleting…',
    rowKept: 'Deleted in HighLevel, but the row still holds the contact’s id.',
  },

  domain: {
    title: 'Links into HighLevel',
    text: 'Your agency has a domain of its own? Links open there instead.',
    label: 'White-label domain',
    bad: 'That isn’t a domain. Write it like app.example.com.',
    kept: 'Kept. Press Grist’s green **Save** to keep it for everyone.',
  },
};

export type FieldsMessages = typeof fields;
