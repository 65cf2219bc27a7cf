/** The least that the panel works with: what it shows and changes today, and nothing for later. */
export const scopes = [
  'contacts.readonly',
  'contacts.write',
  'locations.readonly',
  'locations/customFields.readonly',
  'locations/tags.readonly',
  'users.readonly',
  'businesses.readonly',
  'calendars.readonly',
  'calendars/events.readonly',
  'calendars/events.write',
] as const;

/** What an agency's sign-in needs besides: to list its locations, and to mint a location's token. */
export const agencyScopes = ['oauth.readonly', 'oauth.write'] as const;
