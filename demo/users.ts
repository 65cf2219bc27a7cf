import { createGristServer, type GristServer } from './grist-server.ts';

/** The user ids of the demo's two users. */
export const owner = 5;
export const viewer = 6;

/** A Grist server for every document that the page opens, with the roles of both users. */
export function createDemoGrist(): GristServer {
  return createGristServer({ find: (docId) => ({ docId, access: { [owner]: 'owners', [viewer]: 'viewers' } }) });
}
