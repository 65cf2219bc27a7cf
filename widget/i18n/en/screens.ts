export const screens = {
  outside: {
    title: 'This page lives inside Grist',
    text: 'Add it to a document: **Add new** → **Add widget to page** → **Custom**, then paste this page’s address as the custom URL.',
  },
  booting: 'Loading the panel',
  noRow: { title: 'Select a row', text: 'The HighLevel contact of that row shows up here.' },
  newRow: { title: 'New row', text: 'Give it a HighLevel contact id, and the contact shows up here.' },
  unreachable: {
    title: 'Can’t reach the sync service',
    text: 'Your table is fine. We try again every few seconds.',
    stuck: 'Still stuck? Ask whoever runs it, with code',
  },
  refused: {
    notConnected: {
      title: 'HighLevel isn’t connected',
      text: 'Whoever runs the sync service has to connect a HighLevel location to this document.',
    },
    forbidden: {
      title: 'This document isn’t allowed in',
      text: 'The sync service doesn’t know this document, or your access to it doesn’t reach that far. Ask its owner.',
    },
    unauthenticated: {
      title: 'HighLevel signed us out',
      text: 'Someone with access has to connect again. Your edits are kept.',
    },
    other: {
      title: 'This didn’t work',
      text: 'Your table is fine, and your edits are kept.',
    },
  },
};
