/** Keys beside the wrapper that HighLevel sends and its specification does not list; `traceId` is in every response. */
export const unnamedAnswerKeys: Readonly<Record<string, readonly string[]>> = {
  /** Declared as `ContactsMetaSchema`, which is never referenced; n8n pages by it. */
  'GET /contacts/': ['meta'],
  /** The example of the bulk endpoint has both for each contact; third parties report them here too. */
  'POST /contacts/{contactId}/tags': ['tagsAdded', 'tagsRemoved'],
  'DELETE /contacts/{contactId}/tags': ['tagsAdded', 'tagsRemoved'],
  /** In the sample of the developer docs' page on tokens. */
  'POST /oauth/token': ['refreshTokenId'],
};
