/** Why nobody gets a session, each with the sentence that the person or the operator reads. */
export const refusals = {
  'empty-token': 'Grist gave no access token. Set this section’s access level to Full document access.',
  'broken-token': 'Grist does not know this access token. Reload the page.',
  'expired-token': 'The access token of Grist has expired. Reload the page.',
  'other-document': 'This access token is not for this document.',
  fork: 'This is a fork or an unsaved copy of the document. Open the document itself.',
  anonymous: 'Sign in to Grist. The panel does not open for visitors who are not signed in.',
  'unknown-origin': 'This proxy does not trust this Grist. Its operator can add its address to GRIST_URL.',
  'unlisted-document': 'This proxy does not serve this document. Its operator can add its id to GRIST_DOCS.',
  'visitors-unknown':
    'Grist does not say which user stands for visitors, so nobody can be let in. Its operator can try /api/session/access/active.',
  'document-gone': 'Grist has no such document, or it is disabled.',
  'grist-busy': 'Grist is busy with this document. Try again in a moment.',
  'grist-unreachable': 'The proxy cannot reach Grist to ask who you are. Try again in a moment.',
  'grist-behind-sign-on':
    'Grist’s address asks the proxy to sign in. Its operator can give an internal address in GRIST_INTERNAL_URL.',
} as const;

export type RefusalReason = keyof typeof refusals;

/** Grist does not vouch for this person, or could not be asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal' as const;
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(refusals[reason], options);
    this.reason = reason;
  }

  /** Could the same token be accepted a moment later? */
  get passing(): boolean {
    return ['grist-busy', 'grist-unreachable', 'visitors-unknown'].includes(this.reason);
  }
}
