export const screens = {
  outside: {
    title: 'This page lives inside Grist',
    text: 'Add it to a document: **Add new** → **Add widget to page** → **Custom**, then paste this page’s address as the custom URL.',
  },
  booting: 'Loading the panel',
  noRow: { title: 'Select a row', text: 'The HighLevel contact of that row shows up here.' },
  stuck: 'Still stuck? Ask the person who hosts it, with code',
};
