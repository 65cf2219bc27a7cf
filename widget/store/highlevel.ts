/** All that talks to HighLevel, in one part: it is fetched beside the first paint, which the row's own values need no HighLevel for. */
export { createApi } from '../../highlevel/client.ts';
export { openSession } from '../../panel-api/session.ts';
export { createCalls } from './connecting/calls.ts';
