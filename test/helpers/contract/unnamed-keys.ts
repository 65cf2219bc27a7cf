/** Keys beside the wrapper that HighLevel sends and its specification does not name; `traceId` is everywhere. */
export const unnamedAnswerKeys: Readonly<Record<string, readonly string[]>> = {
  /** Declared as `ContactsMetaSchema`, which nothing refers to; n8n turns the pages by it. */
  'GET /contacts/': ['meta'],
  /** The example of the bulk endpoint has both for each contact; third parties see them here too. */
  'POST /contacts/{contactId}/tags': ['tagsAdded', 'tagsRemoved'],
  'DELETE /contacts/{contactId}/tags': ['tagsAdded', 'tagsRemoved'],
  /** In the sample of the developer docs' page on tokens. */
  'POST /oauth/token': ['refreshTokenId'],
};
