import type { Context } from 'hono';
import { documentName } from '../document.ts';
import type { ProxyEnv } from '../env.ts';
import type { Bus } from '../events/bus.ts';
import type { FairUse } from './fair-use.ts';
import { readableSpace, writableSpace } from './space.ts';
import { createState, type StateTables } from './state.ts';

/**
 * The state of a session's document, charged to its user: `readable` for every session, `writable` for those that may write.
 * Both throw `HighLevelError`.
 */
export function createStateOf(tables: StateTables, bus: Bus | undefined, fairUse: FairUse) {
  const stateOf = (c: Context<ProxyEnv>, space: string) => {
    const { person } = c.get('session');
    const document = documentName(person);
    const state = createState(tables, {
      space,
      userId: person.userId,
      publish: (kind, data) => bus?.publish({ document, kind, data }),
    });
    return fairUse.metered(state, person);
  };
  return {
    readable: (c: Context<ProxyEnv>) => stateOf(c, readableSpace(c.get('session'))),
    writable: (c: Context<ProxyEnv>) => stateOf(c, writableSpace(c.get('session'))),
  };
}
