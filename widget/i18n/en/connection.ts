/** Connecting a document to a HighLevel location, and why that is refused. */
export const connection = {
  connect: {
    title: 'Connect HighLevel',
    text: 'Sign in, pick a location, and its contacts appear next to your rows.',
    button: 'Connect',
    small: 'Opens a new window. Nothing is written until you say so.',
    signingIn: 'Finish in the other window',
    signingInText: 'Sign in at HighLevel and pick a location. The panel continues automatically.',
    code: 'Does that window show a code?',
    codeLabel: 'Code from the window',
    useCode: 'Use this code',
    busy: 'Connecting…',
    choose: 'Which location?',
    chooseText: 'You signed in for an agency. Pick the location this document works with.',
    blocked: 'Your browser blocked the sign-in window. Allow pop-ups for this page, then press Connect again.',
    brokenTitle: 'HighLevel signed us out',
    brokenText: 'Reconnect the location to continue. Your edits are kept.',
    reconnect: 'Connect again',
    other: 'Only an owner of this document can connect it.',
    cancel: 'Cancel',
    since: (date: string) => `Since: ${date}`,
    pinned: 'Connected by the sync service’s host',
    disconnect: 'Disconnect',
    disconnectAsk: 'Disconnect this location?',
    disconnectText:
      'Everyone loses the panel’s contacts in this document until it is connected again. Rows and HighLevel stay as they are.',
    keep: 'Keep',
    connected: 'Connected',
    notConnected: 'Not connected',
  },
  refused: {
    notConnected: {
      title: 'HighLevel isn’t connected',
      text: 'The person who hosts the sync service has to connect a HighLevel location to this document.',
    },
    forbidden: {
      title: 'This document isn’t authorized',
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
  refusals: {
    'empty-token': 'Grist gave no access token. Set this section’s access level to **Full document access**.',
    fork: 'This is a fork or an unsaved copy. Open the document itself.',
    anonymous: 'Sign in to Grist first. The panel doesn’t open for visitors.',
    'unknown-origin': 'The sync service doesn’t know this Grist. The person who hosts it can add its address.',
    'unlisted-document': 'This sync service isn’t for this document. The person who hosts it can add the document.',
    'visitors-unknown':
      'Grist doesn’t tell the sync service who its visitors are, so it lets no one in. The person who hosts it can fix that.',
    'other-document': 'Grist says you have no access to this document. Reload the page.',
    'document-gone': 'Grist doesn’t have this document any more.',
    'grist-behind-sign-on':
      'The sync service can’t ask Grist who you are, because Grist is behind a sign-on. The person who hosts it can give an internal address.',
    'not-owner': 'Only an owner of this document can do that.',
    inactive: 'HighLevel says this location isn’t active. Ask its agency why.',
    misconfigured:
      'HighLevel doesn’t take the sync service’s client id or secret. The person who hosts it can fix that.',
    agency: 'You signed in for a whole agency. Press Connect again and pick one location.',
  } as Record<string, string>,
};

export type ConnectionMessages = typeof connection;
