/** All that connects a document to a location, in one part: it is fetched when somebody needs it. */
export { createConnectionVerbs } from '../../highlevel/connection.ts';
export { createConnection } from './connection.ts';
export { openSignInWindow } from './sign-in-window.ts';
