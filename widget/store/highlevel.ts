/**
 * What is needed as soon as HighLevel answers, in one part: it is fetched beside the first paint, for which the row's own values
 * are enough. The client comes with the code that compares and changes what it reads.
 */
export { createApi } from '../../highlevel/client.ts';
export { openSession } from '../../panel-api/session.ts';
export { isSame } from '../../sync/compare.ts';
export { createCalls } from './connecting/calls.ts';
export { createFields } from './fields/fields.ts';
