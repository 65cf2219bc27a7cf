import { createGristServer, type GristServer } from './grist-server.ts';

/** The two people of the demo, by the numbers under which its Grist knows them. */
export const owner = 5;
export const viewer = 6;

/** A Grist that knows every document that the page opens, and who may do what in it. */
export function createDemoGrist(): GristServer {
  return createGristServer({ find: (docId) => ({ docId, access: { [owner]: 'owners', [viewer]: 'viewers' } }) });
}
