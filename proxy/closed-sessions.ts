import { HighLevelError } from '../highlevel/errors.ts';
import type { Sessions } from './sessions.ts';

const refuse = async (): Promise<never> => {
  throw new HighLevelError('forbidden', 'This version serves its API in the demo only.');
};

/** Gives nobody a session: for a proxy that has a real location but cannot yet tell who may reach it. */
export const closedSessions: Sessions = { open: refuse, find: refuse };
