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
